package org.knightswatch.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.recording.Doubt.Reason;

/**
 * Holds what takes say of their times against what the server saw itself: when a segment was held, when the attempt
 * ended, when a page was connected. It only calculates.
 */
final class Doubts {

    /** A take's date may be wrong by half of how long a slow answer took. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);
    /** Clocks of devices run as wrong as one part in so many. */
    private static final long DRIFT = 1_000;
    /** A browser may have begun to record a moment before it joined. */
    private static final Duration BEFORE_JOIN = Duration.ofMinutes(5);
    /** The last parts of any recording come after the end. */
    private static final Duration LAST_PARTS = Duration.ofMinutes(2);

    private static final Duration AROUND_OUTAGE = Duration.ofMinutes(1);

    private final AttemptView attempt;
    private final List<HeldTake> takes;
    private final Circumstances circumstances;

    Doubts(AttemptView attempt, List<HeldTake> takes, Circumstances circumstances) {
        this.attempt = attempt;
        this.takes = takes.stream().filter(held -> !held.segments().isEmpty()).toList();
        this.circumstances = circumstances;
    }

    List<Doubt> all() {
        Stream<Doubt> single = takes.stream()
                .flatMap(held -> Stream.of(tooLong(held), onlyAfterEnd(held)).flatMap(Optional::stream));
        return Stream.concat(single, overlaps().stream()).toList();
    }

    private Optional<Doubt> tooLong(HeldTake held) {
        Instant began = later(held.take().startedAt(), attempt.joinedAt().minus(BEFORE_JOIN));
        return held.segments().stream()
                .filter(segment -> segment.endMillis() > most(Duration.between(began, segment.heldAt())))
                .max(Comparator.comparing(SegmentView::endMillis))
                .map(segment -> doubt(
                        Reason.MEDIA_TOO_LONG,
                        held,
                        "%d s of media held after %d s"
                                .formatted(
                                        segment.endMillis() / 1000,
                                        Duration.between(began, segment.heldAt())
                                                .toSeconds())));
    }

    private static long most(Duration elapsed) {
        return elapsed.plus(TOLERANCE).toMillis() + elapsed.toMillis() / DRIFT;
    }

    private List<Doubt> overlaps() {
        List<Doubt> found = new ArrayList<>();
        HeldTake reaching = null;
        for (HeldTake held : takes.stream()
                .filter(one -> one.take().hasPicture())
                .sorted(Comparator.comparing(one -> one.take().startedAt()))
                .toList()) {
            Duration shared = reaching == null ? Duration.ZERO : shared(reaching, held);
            if (shared.compareTo(TOLERANCE) > 0) {
                int other = reaching.take().number();
                found.add(doubt(
                        Reason.TAKES_OVERLAP,
                        held,
                        "%d s at the same time as take %d".formatted(shared.toSeconds(), other)));
            }
            if (reaching == null || held.span().to().isAfter(reaching.span().to())) {
                reaching = held;
            }
        }
        return found;
    }

    private static Duration shared(HeldTake one, HeldTake other) {
        return one.span().within(other.span()).map(Interval::length).orElse(Duration.ZERO);
    }

    private Optional<Doubt> onlyAfterEnd(HeldTake held) {
        if (!attempt.isOver()
                || held.segments().stream()
                        .anyMatch(segment -> !segment.heldAt().isAfter(attempt.endedAt()))) {
            return Optional.empty();
        }
        return held.span()
                .within(new Interval(attempt.joinedAt(), attempt.endedAt()))
                .filter(span -> span.length().compareTo(LAST_PARTS) > 0)
                .map(span -> new Interval(span.from(), attempt.endedAt()))
                .filter(this::couldHaveCome)
                .map(span -> doubt(
                        Reason.CAME_ONLY_AFTER_END,
                        held,
                        "the page was connected for %d s before"
                                .formatted(span.length().toSeconds())));
    }

    /** Whether a page was connected all that time, and nothing of ours was away. */
    private boolean couldHaveCome(Interval when) {
        List<Interval> connected = circumstances.connected(when.to());
        boolean ours = circumstances.outages().stream()
                .anyMatch(outage -> outage.when().touches(when.widened(AROUND_OUTAGE)));
        return !ours && Interval.total(when.without(connected)).compareTo(TOLERANCE) <= 0;
    }

    /** A mark stands within the attempt, whatever the take says of its time. */
    private Doubt doubt(Reason reason, HeldTake held, String detail) {
        Instant at = later(held.take().startedAt(), attempt.joinedAt());
        boolean beyond = attempt.isOver() && at.isAfter(attempt.endedAt());
        return new Doubt(reason, held.take(), beyond ? attempt.endedAt() : at, detail);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
