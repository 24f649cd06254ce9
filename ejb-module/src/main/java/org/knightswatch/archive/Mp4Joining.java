package org.knightswatch.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knightswatch.archive.JoinedTake.Piece;
import org.knightswatch.archive.Mp4Boxes.Box;

/**
 * Joins fragmented MP4: one {@code moov} that says how long all of it lasts ({@code mehd}), the fragments with their times
 * ({@code tfdt}) moved, and behind them an index ({@code mfra}). No piece gets longer.
 */
final class Mp4Joining extends Joining {

    /** How long the box is that says how long all of it lasts. */
    private static final int LENGTH = 20;

    private static final int INDEX_HEADER = 24;
    private static final int INDEX_ENTRY = 19;
    private static final int INDEX_END = 16;

    private final Map<Integer, Long> scales = new TreeMap<>();
    private final Map<Integer, Long> reached = new TreeMap<>();
    private final Map<Integer, ByteArrayOutputStream> indexes = new TreeMap<>();
    private long position;
    private int fragments;

    @Override
    int headLength(byte[] first) {
        for (Box box : Mp4Boxes.in(ByteBuffer.wrap(first), 0, first.length)) {
            if (box.is("moof")) {
                return box.from();
            }
        }
        return first.length;
    }

    @Override
    Map<Object, Integer> tracks(byte[] head) {
        byte[] lasting = lasting(head, 0);
        ByteBuffer bytes = ByteBuffer.wrap(lasting);
        Map<Object, Integer> tracks = new HashMap<>();
        for (Box track : trackBoxes(lasting)) {
            int place = numberPlace(bytes, track);
            int number = bytes.getInt(place);
            bytes.putInt(place, 0);
            tracks.put(bytes.slice(track.from(), track.to() - track.from()), number);
        }
        require(!tracks.isEmpty(), "No tracks");
        return tracks;
    }

    @Override
    byte[] front(byte[] head, List<Piece> pieces) {
        byte[] front = lasting(head, pieces.get(pieces.size() - 1).to());
        ByteBuffer bytes = ByteBuffer.wrap(front);
        trackBoxes(front)
                .forEach(track -> scales.put(
                        bytes.getInt(numberPlace(bytes, track)), scale(bytes, track.child(bytes, "mdia", "mdhd"))));
        position = front.length;
        return front;
    }

    @Override
    long length(long bytes) {
        return bytes;
    }

    @Override
    byte[] moved(byte[] piece, long millis) {
        byte[] moved = Mp4Merge.of(piece);
        ByteBuffer bytes = ByteBuffer.wrap(moved);
        boolean first = true;
        for (Box box : Mp4Boxes.in(bytes, 0, moved.length)) {
            if (box.is("moof")) {
                bytes.putInt(box.child(bytes, "mfhd").body() + 4, ++fragments);
                box.children(bytes).stream().filter(part -> part.is("traf")).forEach(part -> move(bytes, part, millis));
                if (first) {
                    note(box.from());
                }
                first = false;
            }
        }
        position += moved.length;
        return moved;
    }

    @Override
    long backLength(int pieces) {
        return 8 + scales.size() * (INDEX_HEADER + (long) INDEX_ENTRY * pieces) + INDEX_END;
    }

    @Override
    byte[] back(int pieces) {
        byte[] back = new byte[(int) backLength(pieces)];
        ByteBuffer written = start(ByteBuffer.wrap(back), back.length, "mfra");
        scales.keySet().forEach(track -> {
            int behind = written.position() + INDEX_HEADER + INDEX_ENTRY * pieces;
            start(written, behind - written.position(), "tfra");
            written.putInt(0x01000000).putInt(track).putInt(0).putInt(pieces);
            written.put(indexes.getOrDefault(track, new ByteArrayOutputStream()).toByteArray());
            written.position(behind);
        });
        start(written, INDEX_END, "mfro").putInt(0).putInt(back.length);
        return back;
    }

    /** Where a fragment is, and the time at which each track goes on there. */
    private void note(int fragment) {
        scales.keySet().forEach(track -> indexes.computeIfAbsent(track, any -> new ByteArrayOutputStream())
                .writeBytes(ByteBuffer.allocate(INDEX_ENTRY)
                        .putLong(reached.getOrDefault(track, 0L))
                        .putLong(position + fragment)
                        .put(new byte[] {1, 1, 1})
                        .array()));
    }

    private void move(ByteBuffer bytes, Box part, long millis) {
        int place = part.child(bytes, "tfhd").body() + 4;
        int track = number(bytes.getInt(place));
        bytes.putInt(place, track);
        Box time = part.child(bytes, "tfdt");
        int at = time.body() + 4;
        long now = Math.round(millis * scales.getOrDefault(track, 1_000L) / 1000.0)
                + (time.isLong(bytes) ? bytes.getLong(at) : bytes.getInt(at));
        if (time.isLong(bytes)) {
            bytes.putLong(at, now);
        } else {
            bytes.putInt(at, (int) now);
        }
        reached.put(track, now);
    }

    /** The head with one length everywhere, and without the time at which it was made. */
    private static byte[] lasting(byte[] head, long millis) {
        byte[] copy = head.clone();
        ByteBuffer bytes = ByteBuffer.wrap(copy);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (Box box : Mp4Boxes.in(bytes, 0, head.length)) {
            if (box.is("ftyp")) {
                written.write(copy, box.from(), box.to() - box.from());
            } else if (box.is("moov")) {
                writeMovie(written, copy, box, millis);
            }
        }
        return written.toByteArray();
    }

    private static void writeMovie(ByteArrayOutputStream written, byte[] head, Box movie, long millis) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        Box header = movie.child(bytes, "mvhd");
        long scale = scale(bytes, header);
        setLength(bytes, header, 16, 24, millis * scale / 1000);
        for (Box box : movie.children(bytes)) {
            if (box.is("trak")) {
                setLength(bytes, box.child(bytes, "tkhd"), 20, 28, millis * scale / 1000);
                Box media = box.child(bytes, "mdia", "mdhd");
                setLength(bytes, media, 16, 24, millis * scale(bytes, media) / 1000);
            }
        }
        Box fragments = movie.child(bytes, "mvex");
        bytes.putInt(movie.from(), movie.to() - movie.from() + LENGTH);
        bytes.putInt(fragments.from(), fragments.to() - fragments.from() + LENGTH);
        byte[] length = new byte[LENGTH];
        start(ByteBuffer.wrap(length), LENGTH, "mehd").putInt(0x01000000).putLong(millis * scale / 1000);
        written.write(head, movie.from(), fragments.body() - movie.from());
        written.writeBytes(length);
        written.write(head, fragments.body(), movie.to() - fragments.body());
    }

    private static List<Box> trackBoxes(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        return Mp4Boxes.in(bytes, 0, head.length).stream()
                .filter(box -> box.is("moov"))
                .flatMap(box -> box.children(bytes).stream())
                .filter(box -> box.is("trak"))
                .toList();
    }

    private static int numberPlace(ByteBuffer bytes, Box track) {
        Box header = track.child(bytes, "tkhd");
        return header.body() + (header.isLong(bytes) ? 20 : 12);
    }

    private static long scale(ByteBuffer bytes, Box header) {
        return Integer.toUnsignedLong(bytes.getInt(header.body() + (header.isLong(bytes) ? 20 : 12)));
    }

    /** Times of making stand in front, the length at one of two places. */
    private static void setLength(ByteBuffer bytes, Box header, int at, int longAt, long ticks) {
        int body = header.body();
        if (header.isLong(bytes)) {
            bytes.putLong(body + 4, 0).putLong(body + 12, 0).putLong(body + longAt, ticks);
        } else {
            bytes.putInt(body + 4, 0).putInt(body + 8, 0).putInt(body + at, (int) ticks);
        }
    }

    private static ByteBuffer start(ByteBuffer written, int size, String type) {
        return written.putInt(size).put(Mp4Boxes.type(type));
    }
}
