package org.knightswatch.still;

import java.io.ByteArrayOutputStream;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;

/**
 * Looks at a JPEG that a browser sent, marker by marker, and copies what makes up the picture alone: no metadata, no
 * comments, nothing behind the end. It decodes nothing.
 */
final class Jpeg {

    private static final int MOST_PIXELS_A_SIDE = 640;
    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FRAME = 0xC0;
    private static final int PROGRESSIVE_FRAME = 0xC2;

    private final byte[] in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;
    private boolean sized;
    private boolean scanned;

    private Jpeg(byte[] in) {
        this.in = in;
    }

    /** The picture and nothing else; refuses what is none, or too large a one. */
    static byte[] bare(byte[] bytes) {
        return new Jpeg(bytes).copy();
    }

    private byte[] copy() {
        require(u8(0) == 0xFF && u8(1) == BEGIN);
        marker(BEGIN);
        at = 2;
        int marker = next();
        while (marker != END) {
            part(marker);
            marker = next();
        }
        require(scanned);
        marker(END);
        return out.toByteArray();
    }

    private int next() {
        require(u8(at) == 0xFF);
        while (u8(at) == 0xFF) {
            at++;
        }
        return u8(at++);
    }

    private void part(int marker) {
        int length = u16(at);
        require(length >= 2 && at + length <= in.length);
        switch (marker) {
            case FRAME, PROGRESSIVE_FRAME -> frame(length);
            case SCAN -> require(sized);
            default -> {}
        }
        if (isKept(marker)) {
            marker(marker);
            out.write(in, at, length);
        } else {
            require(isLeftOut(marker));
        }
        at += length;
        if (marker == SCAN) {
            scan();
        }
    }

    /** Frames, tables of both kinds, restart intervals, scans. */
    private static boolean isKept(int marker) {
        return marker == FRAME
                || marker == PROGRESSIVE_FRAME
                || marker == 0xC4
                || marker == 0xDB
                || marker == 0xDD
                || marker == SCAN;
    }

    /** What applications add, and comments. */
    private static boolean isLeftOut(int marker) {
        return marker == 0xFE || (marker >= 0xE0 && marker <= 0xEF);
    }

    private void frame(int length) {
        int height = u16(at + 3);
        int width = u16(at + 5);
        int components = u8(at + 7);
        require(!sized && u8(at + 2) == 8 && length == 8 + 3 * components && (components == 1 || components == 3));
        require(Math.min(height, width) > 0 && Math.max(height, width) <= MOST_PIXELS_A_SIDE);
        sized = true;
    }

    /** Up to the next marker that is none of the scan's own. */
    private void scan() {
        int from = at;
        while (u8(at) != 0xFF || u8(at + 1) == 0 || isRestart(u8(at + 1))) {
            at++;
        }
        out.write(in, from, at - from);
        scanned = true;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private void marker(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private int u16(int place) {
        return (u8(place) << 8) + u8(place + 1);
    }

    private int u8(int place) {
        require(place < in.length);
        return in[place] & 0xFF;
    }

    private static void require(boolean kept) {
        if (!kept) {
            throw FieldProblem.of("body", ProblemCode.FIELD_UNREADABLE).asException();
        }
    }
}
