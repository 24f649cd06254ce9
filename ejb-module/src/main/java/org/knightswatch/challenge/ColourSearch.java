package org.knightswatch.challenge;

import java.util.BitSet;

/**
 * Looks for a bar of one colour in small pictures of a screen: some rows that have it, in a piece without a break, while it
 * is to be seen, and don't have it before. A page that has the colour all the time proves nothing by it.
 */
final class ColourSearch {

    static final int WIDTH = 240;
    static final int HEIGHT = 270;
    static final int BYTES = WIDTH * HEIGHT * 3;
    static final int RATE = 2;

    /** The page may be in a small window. */
    private static final int BROAD = WIDTH / 10;
    /** Something as high as that is no bar. */
    private static final int HIGH = HEIGHT / 5;

    private static final int PICTURES = 2;

    private final byte[] pictures;

    /** Pictures one behind the other, three bytes a pixel: red, green, blue. */
    ColourSearch(byte[] pictures) {
        this.pictures = pictures;
    }

    int count() {
        return pictures.length / BYTES;
    }

    /** Whether the bar is in pictures from one to another, and not before. */
    boolean sees(Colour colour, int from, int to) {
        BitSet before = new BitSet(HEIGHT);
        for (int picture = 0; picture < Math.min(from, count()); picture++) {
            before.or(rows(colour, picture));
        }
        int[] seen = new int[HEIGHT];
        for (int picture = Math.max(0, from); picture < Math.min(to, count()); picture++) {
            BitSet rows = rows(colour, picture);
            rows.andNot(before);
            if (rows.cardinality() <= HIGH) {
                rows.stream().forEach(row -> seen[row]++);
            }
        }
        for (int count : seen) {
            if (count >= PICTURES) {
                return true;
            }
        }
        return false;
    }

    private BitSet rows(Colour colour, int picture) {
        BitSet rows = new BitSet(HEIGHT);
        for (int row = 0; row < HEIGHT; row++) {
            rows.set(row, isIn(colour, picture * BYTES + row * WIDTH * 3));
        }
        return rows;
    }

    private boolean isIn(Colour colour, int row) {
        int run = 0;
        for (int at = row; at < row + WIDTH * 3 && run < BROAD; at += 3) {
            run = colour.isSeenIn(pictures[at] & 0xff, pictures[at + 1] & 0xff, pictures[at + 2] & 0xff) ? run + 1 : 0;
        }
        return run >= BROAD;
    }
}
