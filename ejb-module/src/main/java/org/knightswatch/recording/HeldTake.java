package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A take with all of its segments that the store holds, in order.
 *
 * @param lost segments that were held once, and are gone or have other bytes now
 */
record HeldTake(TakeView take, List<SegmentView> segments, List<SegmentView> lost) {

    static HeldTake of(TakeView take, List<SegmentView> rows) {
        Map<Boolean, List<SegmentView>> byFault = rows.stream().collect(Collectors.partitioningBy(SegmentView::faulty));
        return new HeldTake(take, byFault.get(false), byFault.get(true));
    }

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
