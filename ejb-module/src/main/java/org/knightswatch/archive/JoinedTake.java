package org.knightswatch.archive;

import java.util.ArrayList;
import java.util.List;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;

/** A take on its way into a file with others. */
final class JoinedTake {

    private final TakeView take;
    private final List<SegmentView> segments;
    private final byte[] head;
    private final long place;

    /**
     * A take of which these segments are archived.
     *
     * @param head all that stands before its media, in its first segment
     * @param place where it begins in the file's time, in milliseconds
     */
    JoinedTake(TakeView take, List<SegmentView> segments, byte[] head, long place) {
        this.take = take;
        this.segments = segments;
        this.head = head;
        this.place = place;
    }

    TakeView take() {
        return take;
    }

    byte[] head() {
        return head;
    }

    /** Where its media ends in the file's time. */
    long end() {
        return pieces().stream().mapToLong(Piece::to).max().orElse(place);
    }

    /** The media of each segment, in order, and without the time of those that are missing. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        long reached = 0;
        long missing = 0;
        for (SegmentView segment : segments) {
            if (segment.sequence() != next) {
                missing += Math.max(0, segment.startMillis() - reached);
            }
            long bytes = segment.sequence() == 0 ? segment.bytes() - head.length : segment.bytes();
            if (bytes > 0) {
                pieces.add(new Piece(bytes, segment.startMillis(), segment.durationMillis(), place - missing));
            }
            reached = segment.endMillis();
            next = segment.sequence() + 1;
        }
        return pieces;
    }

    /**
     * Some media that stands in one piece.
     *
     * @param start since the take's first sample
     * @param moved how much later that sample would be in the file
     */
    record Piece(long bytes, long start, long length, long moved) {

        long from() {
            return start + moved;
        }

        long to() {
            return from() + length;
        }
    }
}
