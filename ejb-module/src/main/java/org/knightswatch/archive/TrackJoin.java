package org.knightswatch.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferOverflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knightswatch.archive.JoinedTake.Piece;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;

/**
 * Takes of one kind that become one file, one behind the other: what is missing takes no time in it. Browsers play the sound
 * of a file on without regard to a pause in its times, so that it would run away from the picture behind each gap.
 */
final class TrackJoin {

    private final Joining joining;
    private final Object kind;
    private final List<JoinedTake> takes = new ArrayList<>();

    TrackJoin(Joining joining, Object kind) {
        this.joining = joining;
        this.kind = kind;
    }

    boolean isOf(Object other) {
        return kind.equals(other);
    }

    /** Takes come in the order of time. */
    void add(TakeView take, List<SegmentView> segments, byte[] head) {
        takes.add(new JoinedTake(take, segments, head, end()));
    }

    TrackFile file(int number, String name) {
        List<Integer> numbers = takes.stream().map(take -> take.take().number()).toList();
        String type = takes.get(0).take().mediaType();
        return new TrackFile(number, name, type, numbers, bytes(), end() / 1000.0);
    }

    boolean isMp4() {
        return takes.get(0).take().isMp4();
    }

    /** Writes the file, a piece at a time; each take is read once. */
    void write(OutputStream out, Function<TakeView, InputStream> reader) throws IOException {
        out.write(front());
        for (JoinedTake take : takes) {
            try (InputStream in = reader.apply(take.take())) {
                in.skipNBytes(take.head().length);
                joining.begin(take.head());
                write(out, take, in);
            }
        }
        out.write(joining.back(pieces().size()));
    }

    private void write(OutputStream out, JoinedTake take, InputStream in) throws IOException {
        long zero = Long.MIN_VALUE;
        for (Piece piece : take.pieces()) {
            byte[] bytes = in.readNBytes((int) piece.bytes());
            if (zero == Long.MIN_VALUE) {
                zero = first(take, bytes) - piece.start();
            }
            out.write(moved(bytes, piece.moved() - zero));
        }
    }

    /** What was begun can't be taken back: whoever reads it must not take it for whole. */
    private byte[] moved(byte[] piece, long shift) throws IOException {
        try {
            return joining.moved(piece, shift);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferOverflowException e) {
            throw new IOException("A segment can't be moved in time", e);
        }
    }

    /** The earliest sample, by the take's own time. */
    private static long first(JoinedTake take, byte[] piece) {
        MediaReader media = MediaReader.of(take.take().mimeType());
        media.feed(take.head(), take.head().length);
        media.feed(piece, piece.length);
        return media.covered().fromMillis();
    }

    private long end() {
        return takes.isEmpty() ? 0 : takes.get(takes.size() - 1).end();
    }

    private byte[] front() {
        return joining.front(takes.get(0).head(), pieces());
    }

    private long bytes() {
        return front().length
                + joining.backLength(pieces().size())
                + pieces().stream()
                        .mapToLong(piece -> joining.length(piece.bytes()))
                        .sum();
    }

    private List<Piece> pieces() {
        return takes.stream().flatMap(take -> take.pieces().stream()).toList();
    }
}
