package org.knightswatch.recording;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.knightswatch.attempt.SightingKind;
import org.knightswatch.recording.Gap.CauseBy;

/**
 * Finds out why an interval is missing. What the browser says about it comes first, because it was there; the gap is
 * explained only when the server saw the same. Without a word of the browser's the server says what it knows.
 */
final class GapCauses {

    /** How far off what the server saw may be, besides the silence after which it notices a lost connection. */
    private static final Duration AROUND = Duration.ofSeconds(20);

    private static final Duration NEAR = Duration.ofMillis(1_500);

    private final List<HeldTake> takes;
    private final Circumstances circumstances;

    GapCauses(List<HeldTake> takes, Circumstances circumstances) {
        this.takes = takes;
        this.circumstances = circumstances;
    }

    Gap judge(Interval gap) {
        double seconds = gap.length().toMillis() / 1000.0;
        if (wasLost(gap)) {
            return new Gap(gap.from(), gap.to(), seconds, GapCause.TAMPERED, CauseBy.SERVER, true);
        }
        Optional<GapCause> told = insideTake(gap)
                .or(() -> toldByNext(gap))
                .or(() -> toldByPrevious(gap))
                .or(() -> tailOfPrevious(gap));
        if (told.isPresent()) {
            boolean seen = wasSeen(told.get(), gap.widened(AROUND));
            return new Gap(gap.from(), gap.to(), seconds, told.get(), CauseBy.CLIENT, seen);
        }
        GapCause known = known(gap.widened(AROUND));
        return new Gap(gap.from(), gap.to(), seconds, known, CauseBy.SERVER, known != GapCause.UNKNOWN);
    }

    /** The store held it once, and holds it no more. */
    private boolean wasLost(Interval gap) {
        return takes.stream().anyMatch(held -> held.lost().stream()
                .anyMatch(lost -> held.interval(lost).within(gap).isPresent()));
    }

    /** A hole between segments of one take: the recorder ran, its bytes did not come. */
    private Optional<GapCause> insideTake(Interval gap) {
        return takes.stream()
                .filter(held -> held.hasHole() && held.span().from().isBefore(gap.from()))
                .filter(held -> held.span().to().isAfter(gap.from().plus(NEAR)))
                .findFirst()
                .map(held -> GapCause.NETWORK);
    }

    /** The take after the gap tells what it knows of the time before it. */
    private Optional<GapCause> toldByNext(Interval gap) {
        return takes.stream()
                .map(HeldTake::take)
                .filter(take ->
                        Duration.between(gap.to(), take.startedAt()).abs().compareTo(NEAR) < 0)
                .filter(take -> take.before() != null)
                .findFirst()
                .map(TakeView::before);
    }

    /** The take before the gap was closed with a reason. */
    private Optional<GapCause> toldByPrevious(Interval gap) {
        return previous(gap)
                .filter(held -> held.take().isClosed())
                .flatMap(held -> causeOf(held.take().closeReason(), gap));
    }

    /** The take before the gap is known to go on, but its last segments did not come. */
    private Optional<GapCause> tailOfPrevious(Interval gap) {
        return previous(gap)
                .filter(held -> held.take().isClosed() && !held.isWhole())
                .map(held -> GapCause.NETWORK);
    }

    private Optional<HeldTake> previous(Interval gap) {
        return takes.stream()
                .filter(held -> !held.segments().isEmpty())
                .filter(held -> !held.span().to().isAfter(gap.from().plus(NEAR)))
                .max(Comparator.comparing(held -> held.span().to()));
    }

    private Optional<GapCause> causeOf(CloseReason reason, Interval gap) {
        return switch (reason) {
            case TRACK_ENDED -> Optional.of(GapCause.DEVICE_ENDED);
            case RECORDER_ERROR -> Optional.of(GapCause.RECORDER_ERROR);
            case PAGE_LEFT -> Optional.of(afterThePage(gap));
            case FINISHED, POLICY -> Optional.empty();
        };
    }

    /** A page that came back may have said since that it was given no device. */
    private GapCause afterThePage(Interval gap) {
        if (gap.length().compareTo(AROUND) < 0) {
            return GapCause.PAGE_RELOAD;
        }
        return wasSeen(GapCause.DEVICE_DENIED, gap) ? GapCause.DEVICE_DENIED : GapCause.BROWSER_GONE;
    }

    private boolean wasSeen(GapCause cause, Interval around) {
        return switch (cause) {
            case PAGE_RELOAD, BROWSER_GONE, DEVICE_ASLEEP, NETWORK -> circumstances.sawPageChange(around);
            case DEVICE_ENDED, DEVICE_MUTED ->
                circumstances.saw(EnumSet.of(SightingKind.DEVICE_ENDED, SightingKind.DEVICE_MUTED), around);
            case DEVICE_DENIED -> circumstances.saw(EnumSet.of(SightingKind.DEVICE_DENIED), around);
            case STORAGE_FULL -> circumstances.saw(EnumSet.of(SightingKind.STORAGE_FULL), around);
            case RECORDER_ERROR -> circumstances.saw(EnumSet.of(SightingKind.RECORDER_ERROR), around);
            case STORE, SERVER -> circumstances.wasAway(cause, around);
            case TAMPERED, UNKNOWN -> false;
        };
    }

    private GapCause known(Interval around) {
        if (circumstances.wasAway(GapCause.SERVER, around)) {
            return GapCause.SERVER;
        }
        if (circumstances.wasAway(GapCause.STORE, around)) {
            return GapCause.STORE;
        }
        if (wasSeen(GapCause.DEVICE_DENIED, around)) {
            return GapCause.DEVICE_DENIED;
        }
        return circumstances.sawPageChange(around) ? GapCause.BROWSER_GONE : GapCause.UNKNOWN;
    }
}
