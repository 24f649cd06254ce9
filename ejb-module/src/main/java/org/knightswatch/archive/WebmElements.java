package org.knightswatch.archive;

import java.nio.ByteBuffer;

/** The elements (RFC 8794) that stand one behind the other in some bytes. */
final class WebmElements {

    static final long EBML = 0x1A45DFA3L;
    static final long SEGMENT = 0x18538067L;
    static final long INFO = 0x1549A966L;
    static final long SCALE = 0x2AD7B1L;
    static final long TRACKS = 0x1654AE6BL;
    static final long TRACK = 0xAEL;
    static final long TRACK_NUMBER = 0xD7L;
    static final long PICTURE = 0xE0L;
    static final long TRACK_ID = 0x73C5L;
    static final long CLUSTER = 0x1F43B675L;
    static final long TIMESTAMP = 0xE7L;
    static final long POSITION = 0xA7L;
    static final long BEFORE = 0xABL;
    static final long SIMPLE_BLOCK = 0xA3L;
    static final long BLOCK_GROUP = 0xA0L;
    static final long BLOCK = 0xA1L;
    static final long CUES = 0x1C53BB6BL;
    static final long VOID = 0xECL;

    private final ByteBuffer bytes;
    private final int to;
    private int at;

    WebmElements(ByteBuffer bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    /**
     * The next one; null at the end. Segments and clusters are entered, and of unknown length: what is in them comes next.
     */
    Element next() {
        if (at == to) {
            return null;
        }
        int from = at;
        long id = number(lengthAt(at, 4), false);
        int sizeLength = lengthAt(at, 8);
        long size = number(sizeLength, true);
        boolean entered = id == SEGMENT || id == CLUSTER;
        if (!entered && (size == (1L << (7 * sizeLength)) - 1 || size > to - at)) {
            throw new IllegalArgumentException("No element of WebM at byte " + from);
        }
        int body = at;
        at = entered ? at : at + (int) size;
        return new Element(id, from, body, at);
    }

    private int lengthAt(int place, int most) {
        int first = place < to ? bytes.get(place) & 0xFF : 0;
        int length = first == 0 ? 9 : Integer.numberOfLeadingZeros(first) - 23;
        if (length > most || place + length > to) {
            throw new IllegalArgumentException("No number of WebM at byte " + place);
        }
        return length;
    }

    private long number(int length, boolean unmarked) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << 8) | (bytes.get(at++) & 0xFF);
        }
        return unmarked ? number & ((1L << (7 * length)) - 1) : number;
    }

    /** An element, by the places where it, and its contents, begin and end. */
    record Element(long id, int from, int body, int to) {

        WebmElements children(ByteBuffer bytes) {
            return new WebmElements(bytes, body, to);
        }

        /** Its contents as an unsigned number. */
        long number(ByteBuffer bytes) {
            long number = 0;
            for (int i = body; i < to; i++) {
                number = (number << 8) | (bytes.get(i) & 0xFF);
            }
            return number;
        }
    }
}
