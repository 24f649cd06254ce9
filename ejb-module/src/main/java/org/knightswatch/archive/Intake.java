package org.knightswatch.archive;

import java.util.Arrays;

/** Bytes that came in and were not read yet, and how many of the next ones nobody wants. */
final class Intake {

    private byte[] bytes = new byte[64 * 1024];
    private int from;
    private int to;
    private long unwanted;

    void add(byte[] more, int length) {
        int skipped = (int) Math.min(unwanted, length);
        unwanted -= skipped;
        int wanted = length - skipped;
        if (to + wanted > bytes.length) {
            int kept = to - from;
            byte[] room = kept + wanted > bytes.length / 2 ? new byte[2 * (kept + wanted)] : bytes;
            System.arraycopy(bytes, from, room, 0, kept);
            bytes = room;
            from = 0;
            to = kept;
        }
        System.arraycopy(more, skipped, bytes, to, wanted);
        to += wanted;
    }

    int available() {
        return to - from;
    }

    int at(int offset) {
        return bytes[from + offset] & 0xFF;
    }

    /** An unsigned number of so many bytes, the greatest first. */
    long number(int offset, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | at(offset + i);
        }
        return number;
    }

    byte[] copy(int offset, int length) {
        return Arrays.copyOfRange(bytes, from + offset, from + offset + length);
    }

    /** Forgets everything that came, and wants everything that will. */
    void clear() {
        from = 0;
        to = 0;
        unwanted = 0;
    }

    /** Leaves out the next bytes, those that have not come yet, too. */
    void skip(long count) {
        int here = (int) Math.min(count, available());
        from += here;
        unwanted = count - here;
    }
}
