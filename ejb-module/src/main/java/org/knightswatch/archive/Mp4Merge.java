package org.knightswatch.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knightswatch.archive.Mp4Boxes.Box;

/**
 * Makes one fragment of all that stand in a piece: an index names pieces, and players that jump by it lose what begins
 * between two of its entries. What is saved by that is left empty behind the media, so that the piece stays as long as it was.
 */
final class Mp4Merge {

    private static final int HEADER = 8;

    private final ByteBuffer bytes;
    private final Map<Integer, Part> parts = new LinkedHashMap<>();
    private final ByteArrayOutputStream media = new ByteArrayOutputStream();

    private Mp4Merge(byte[] piece) {
        this.bytes = ByteBuffer.wrap(piece);
    }

    /** What is written in another way than recorders do comes back as it is. */
    static byte[] of(byte[] piece) {
        List<Box> boxes = Mp4Boxes.in(ByteBuffer.wrap(piece), 0, piece.length);
        Mp4Merge merge = new Mp4Merge(piece);
        return boxes.size() > 2 && merge.read(boxes) ? merge.write() : piece;
    }

    private boolean read(List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i += 2) {
            Box data = i + 1 < boxes.size() ? boxes.get(i + 1) : boxes.get(i);
            if (!boxes.get(i).is("moof") || !data.is("mdat") || !readFragment(boxes.get(i), data)) {
                return false;
            }
            media.write(bytes.array(), data.body(), data.to() - data.body());
        }
        return true;
    }

    private boolean readFragment(Box fragment, Box data) {
        for (Box box : fragment.children(bytes)) {
            if (box.is("traf")) {
                Box header = box.child(bytes, "tfhd");
                Part part = parts.computeIfAbsent(
                        bytes.getInt(header.body() + 4), track -> new Part(header, box.child(bytes, "tfdt")));
                if (!part.isLike(header) || !part.follow(time(box.child(bytes, "tfdt")))) {
                    return false;
                }
                int before = media.size() - (data.body() - fragment.from());
                for (Box run : box.children(bytes)) {
                    if (run.is("trun") && !part.add(run, before)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private byte[] write() {
        int size = HEADER + 16 + parts.values().stream().mapToInt(Part::size).sum();
        ByteBuffer written = ByteBuffer.allocate(bytes.capacity());
        start(written, size, "moof");
        Box number = Mp4Boxes.in(bytes, 0, bytes.capacity()).get(0).child(bytes, "mfhd");
        copy(written, number.from(), number.to());
        parts.values().forEach(part -> part.write(written, size + HEADER));
        start(written, written.remaining(), "mdat");
        written.put(media.toByteArray());
        return written.array();
    }

    private static void start(ByteBuffer written, int size, String type) {
        written.putInt(size).put(Mp4Boxes.type(type));
    }

    private void copy(ByteBuffer written, int from, int to) {
        written.put(bytes.array(), from, to - from);
    }

    private long time(Box box) {
        return box.isLong(bytes) ? bytes.getLong(box.body() + 4) : Integer.toUnsignedLong(bytes.getInt(box.body() + 4));
    }

    /** What a piece has of one track. */
    private final class Part {

        private static final int OFFSET = 0x1;
        private static final int FIRST_FLAGS = 0x4;
        private static final int DURATION = 0x100;

        private final Box header;
        private final Box time;
        private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
        /** Numbers to be written over those in the runs, by their places there. */
        private final Map<Integer, Integer> corrections = new HashMap<>();

        private final List<Integer> offsets = new ArrayList<>();
        private long reached;
        private int lastDuration;
        private int lastPlace;

        Part(Box header, Box time) {
            this.header = header;
            this.time = time;
            this.reached = time(time);
        }

        boolean isLike(Box other) {
            return bytes.slice(header.from(), header.to() - header.from())
                    .equals(bytes.slice(other.from(), other.to() - other.from()));
        }

        /** The sample before lasts until this one begins; only the first time in a fragment is written. */
        boolean follow(long begins) {
            long duration = lastDuration + begins - reached;
            if (begins != reached) {
                corrections.put(lastPlace, (int) duration);
            }
            reached = begins;
            return duration >= 0 && duration == (int) duration;
        }

        boolean add(Box run, int before) {
            int flags = bytes.getInt(run.body());
            if ((flags & OFFSET) == 0 || (flags & DURATION) == 0) {
                return false;
            }
            int samples = bytes.getInt(run.body() + 4);
            int each = 4 * Integer.bitCount(flags & 0xF00);
            int at = run.body() + 12 + ((flags & FIRST_FLAGS) == 0 ? 0 : 4);
            for (int i = 0; i < samples; i++, at += each) {
                lastDuration = bytes.getInt(at);
                lastPlace = runs.size() + at - run.from();
                reached += lastDuration;
            }
            offsets.add(runs.size() + HEADER + 8);
            corrections.put(runs.size() + HEADER + 8, bytes.getInt(run.body() + 8) + before);
            runs.write(bytes.array(), run.from(), run.to() - run.from());
            return true;
        }

        int size() {
            return HEADER + header.to() - header.from() + time.to() - time.from() + runs.size();
        }

        void write(ByteBuffer written, int media) {
            start(written, size(), "traf");
            copy(written, header.from(), header.to());
            copy(written, time.from(), time.to());
            ByteBuffer all = ByteBuffer.wrap(runs.toByteArray());
            corrections.forEach(all::putInt);
            offsets.forEach(place -> all.putInt(place, all.getInt(place) + media));
            written.put(all);
        }
    }
}
