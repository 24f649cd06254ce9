package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;

/** A take with all of its segments that the store holds, in order. */
record HeldTake(TakeView take, List<SegmentView> segments) {

    Interval interval(SegmentView segment) {
        Instant start = take.startedAt();
        return new Interval(start.plusMillis(segment.startMillis()), start.plusMillis(segment.endMillis()));
    }

    List<Interval> intervals() {
        return segments.stream().map(this::interval).toList();
    }

    /** From the first sample to the end of the last segment that is held. */
    Interval span() {
        Instant end =
                intervals().stream().map(Interval::to).max(Instant::compareTo).orElse(take.startedAt());
        return new Interval(take.startedAt(), end);
    }

    List<Integer> sequences() {
        return segments.stream().map(SegmentView::sequence).toList();
    }

    /** Whether something is missing before the last segment that is held. */
    boolean hasHole() {
        List<Integer> held = sequences();
        return !held.isEmpty()
                && !Sequences.missing(held, held.get(held.size() - 1)).isEmpty();
    }

    boolean isWhole() {
        return take.isClosed()
                && Sequences.missing(sequences(), take.lastSequence()).isEmpty();
    }
}
