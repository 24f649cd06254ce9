package org.knightswatch.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.RecordingReport.TakeReport;
import org.knightswatch.recording.RecordingReport.TrackReport;

/**
 * Judges one track of an attempt: what ought to be there, what is, and what every difference is. It only calculates, so
 * that the same facts always give the same report.
 */
final class Judgement {

    /** Differences under a second are jitter of clocks. */
    private static final Duration SMALLEST_GAP = Duration.ofSeconds(1);
    /** A recording with a gap of two seconds is not complete. */
    private static final Duration DISQUALIFYING_GAP = Duration.ofSeconds(2);
    /** What is held within this time after it was recorded counts as live; younger parts may still be on their way. */
    private static final Duration LIVE = Duration.ofSeconds(30);

    private final AttemptView attempt;
    private final List<HeldTake> takes;
    /** What counts: sound alone goes on while a camera is away, and is kept, but nobody is seen in it. */
    private final List<HeldTake> seen;

    private final Circumstances circumstances;
    private final Duration lateWindow;
    private final Instant now;

    Judgement(
            AttemptView attempt, List<HeldTake> takes, Circumstances circumstances, Duration lateWindow, Instant now) {
        this.attempt = attempt;
        this.takes = takes;
        this.seen = takes.stream().filter(held -> held.take().hasPicture()).toList();
        this.circumstances = circumstances;
        this.lateWindow = lateWindow;
        this.now = now;
    }

    TrackReport of(Track track, int playlistVersion) {
        Life life = Life.of(attempt, takes.stream().map(HeldTake::take).toList(), now);
        List<Interval> held = union(life.expected(), false);
        List<Interval> holes = holes(life, held);
        List<Gap> gaps = gaps(life, holes, new GapCauses(seen, circumstances.of(track)));
        return new TrackReport(
                track,
                state(gaps),
                isVerified(),
                seconds(Interval.total(held)),
                seconds(life.expected().length()),
                seconds(Interval.total(union(life.expected(), true))),
                life.expected().from(),
                life.expected().to(),
                playlistVersion,
                takes.stream().map(Judgement::report).toList(),
                gaps,
                Coverage.ours(life.expected(), held, holes),
                null);
    }

    private List<Interval> union(Interval expected, boolean liveOnly) {
        return Interval.union(seen.stream()
                .flatMap(held -> held.segments().stream()
                        .filter(segment -> !liveOnly || isLive(held, segment))
                        .map(held::interval))
                .map(interval -> interval.within(expected))
                .flatMap(Optional::stream)
                .toList());
    }

    private static boolean isLive(HeldTake held, SegmentView segment) {
        return !segment.heldAt().isAfter(held.interval(segment).to().plus(LIVE));
    }

    private static List<Interval> holes(Life life, List<Interval> held) {
        return life.expected().without(held).stream()
                .filter(hole -> hole.length().compareTo(SMALLEST_GAP) >= 0)
                .toList();
    }

    private static List<Gap> gaps(Life life, List<Interval> holes, GapCauses causes) {
        return holes.stream()
                .filter(gap -> !isOnItsWay(life, gap))
                .map(causes::judge)
                .toList();
    }

    /** While the attempt runs, its youngest seconds are still in the browser. */
    private static boolean isOnItsWay(Life life, Interval gap) {
        return life.running()
                && gap.to().equals(life.expected().to())
                && gap.length().compareTo(LIVE) < 0;
    }

    private RecordingState state(List<Gap> gaps) {
        if (!attempt.isOver()) {
            return RecordingState.OPEN;
        }
        boolean whole = !takes.isEmpty() && takes.stream().allMatch(HeldTake::isWhole) && isVerified();
        boolean gapless = gaps.stream().noneMatch(gap -> gap.seconds() * 1000 >= DISQUALIFYING_GAP.toMillis());
        if (whole && gapless) {
            return RecordingState.COMPLETE;
        }
        boolean mayStillCome = now.isBefore(attempt.endedAt().plus(lateWindow));
        return mayStillCome ? RecordingState.RECOVERING : RecordingState.INCOMPLETE;
    }

    private boolean isVerified() {
        return !takes.isEmpty() && takes.stream().allMatch(held -> held.take().verifiedAt() != null);
    }

    private static TakeReport report(HeldTake held) {
        TakeView take = held.take();
        List<Integer> sequences = held.sequences();
        int last = take.isClosed()
                ? take.lastSequence()
                : sequences.stream().max(Integer::compare).orElse(-1);
        return new TakeReport(
                take.id(),
                take.number(),
                take.mimeType(),
                take.isClosed() ? "CLOSED" : "OPEN",
                take.startedAt(),
                take.announcedAt(),
                take.lastSequence(),
                take.closeReason(),
                take.verifiedAt() != null,
                take.fault(),
                take.archived() == null ? null : take.archived().name(),
                seconds(Interval.total(Interval.union(held.intervals()))),
                Sequences.ranges(sequences),
                Sequences.missing(sequences, last),
                take.witnessed());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
