package org.knightswatch.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The boxes (ISO/IEC 14496-12) that stand one behind the other in some bytes. */
final class Mp4Boxes {

    private static final int HEADER = 8;

    private Mp4Boxes() {}

    static List<Box> in(ByteBuffer bytes, int from, int to) {
        List<Box> boxes = new ArrayList<>();
        for (int at = from; at < to; ) {
            long size = to - at < HEADER ? 0 : Integer.toUnsignedLong(bytes.getInt(at));
            if (size < HEADER || size > to - at) {
                throw new IllegalArgumentException("No box of MP4 at byte " + at);
            }
            byte[] type = new byte[4];
            bytes.get(at + 4, type);
            boxes.add(new Box(new String(type, StandardCharsets.ISO_8859_1), at, at + (int) size));
            at += (int) size;
        }
        return boxes;
    }

    static byte[] type(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How long all samples of an {@code stts} last together: it has a count and a length for each run of them. */
    static long samples(ByteBuffer stts) {
        long total = 0;
        int runs = stts.getInt(4);
        for (int i = 0, at = 8; i < runs; i++, at += 8) {
            long count = Integer.toUnsignedLong(stts.getInt(at));
            total = Math.addExact(total, Math.multiplyExact(count, Integer.toUnsignedLong(stts.getInt(at + 4))));
        }
        return total;
    }

    /** A box, by the places where it begins and ends. */
    record Box(String type, int from, int to) {

        boolean is(String wanted) {
            return type.equals(wanted);
        }

        /** Where its contents begin. */
        int body() {
            return from + HEADER;
        }

        /** Whether numbers of time in it have eight bytes, and not four. */
        boolean isLong(ByteBuffer bytes) {
            return bytes.get(body()) == 1;
        }

        List<Box> children(ByteBuffer bytes) {
            return in(bytes, body(), to);
        }

        /** The box at the end of a path below this one. */
        Box child(ByteBuffer bytes, String... path) {
            Box box = this;
            for (String name : path) {
                box = box.children(bytes).stream()
                        .filter(child -> child.is(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No " + name + " in " + type));
            }
            return box;
        }
    }
}
