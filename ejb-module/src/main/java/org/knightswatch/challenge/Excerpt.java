package org.knightswatch.challenge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.store.ByteRange;

/**
 * Which bytes of a take's object are read to see what was recorded around a moment: the segment that begins with the
 * take's head, and those around the moment.
 *
 * @param head the first segment
 * @param headShows whether the first segment is one of those around the moment itself
 * @param around those behind it; empty: none
 * @param fromMillis media time of the first sample around the moment
 * @param momentMillis media time of the moment
 */
record Excerpt(ByteRange head, boolean headShows, Optional<ByteRange> around, long fromMillis, long momentMillis) {

    /** A tone or a bar may come a little early or late, by the errors of two clocks. */
    private static final Duration EARLY = Duration.ofMillis(1_500);

    private static final Duration LATE = Duration.ofMillis(5_500);
    private static final Duration BEFORE = Duration.ofSeconds(8);
    private static final long MOST_BYTES = 24L * 1024 * 1024;

    /** Empty when nothing of the take was recorded at this moment, or more than anybody would read for it. */
    static Optional<Excerpt> of(ArchivedContents take, long momentMillis) {
        List<SegmentView> segments = take.segments();
        if (take.take().archived() == null
                || segments.isEmpty()
                || segments.get(0).sequence() != 0) {
            return Optional.empty();
        }
        long offset = 0;
        List<Placed> wanted = new ArrayList<>();
        for (SegmentView segment : segments) {
            Placed placed = new Placed(segment, offset);
            if (placed.isBetween(momentMillis - BEFORE.toMillis(), momentMillis + LATE.toMillis())) {
                wanted.add(placed);
            }
            offset += segment.bytes();
        }
        boolean recorded = wanted.stream().anyMatch(placed -> placed.isBetween(momentMillis, momentMillis + 1_000));
        return recorded ? of(segments.get(0).bytes(), wanted, momentMillis) : Optional.empty();
    }

    private static Optional<Excerpt> of(long headBytes, List<Placed> wanted, long momentMillis) {
        Placed first = wanted.get(0);
        long from = Math.max(headBytes, first.offset);
        long to = wanted.get(wanted.size() - 1).end();
        if (headBytes + to - from > MOST_BYTES) {
            return Optional.empty();
        }
        return Optional.of(new Excerpt(
                ByteRange.of(0, headBytes - 1),
                first.offset == 0,
                to > from ? Optional.of(ByteRange.of(from, to - 1)) : Optional.empty(),
                first.segment.startMillis(),
                momentMillis));
    }

    /** From which sample or picture on, at so many a second, what was shown may be there. */
    int from(int rate) {
        return units(momentMillis - EARLY.toMillis(), rate);
    }

    /** Up to which. */
    int to(int rate) {
        return units(momentMillis + LATE.toMillis(), rate);
    }

    private int units(long millis, int rate) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, (millis - fromMillis) * rate / 1_000));
    }

    /** A segment, and where in the object it begins. The head of fMP4 lasts no time and is around nothing. */
    private record Placed(SegmentView segment, long offset) {

        boolean isBetween(long from, long to) {
            return segment.durationMillis() > 0 && segment.startMillis() < to && segment.endMillis() > from;
        }

        long end() {
            return offset + segment.bytes();
        }
    }
}
