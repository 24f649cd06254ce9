package org.knightswatch.archive;

/**
 * Reads WebM (RFC 8794, RFC 9559): cluster timestamps and the blocks in them. Elements that hold others are entered
 * without a look at their size, which recorders leave unknown; all others are skipped.
 */
final class WebmReader implements MediaReader {

    private static final long EBML = 0x1A45DFA3L;
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TIMESTAMP_SCALE = 0x2AD7B1L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long TIMESTAMP = 0xE7L;
    private static final long BLOCK_GROUP = 0xA0L;
    private static final long BLOCK = 0xA1L;
    private static final long SIMPLE_BLOCK = 0xA3L;
    private static final int LONGEST_HEADER = 12;
    /** Track number (up to 8 bytes) and the two bytes of time behind it. */
    private static final int BLOCK_HEADER = 10;
    /** Nobody writes how long the last frame is shown. */
    private static final long LONGEST_FRAME = 100;

    private final Intake intake = new Intake();
    private long nanosPerTick = 1_000_000;
    private long cluster = -1;
    private long from = Long.MAX_VALUE;
    private long resumedAt = Long.MAX_VALUE;
    private long last;
    private long step;
    private boolean begun;
    private boolean broken;

    @Override
    public void feed(byte[] bytes, int length) {
        intake.add(bytes, length);
        while (!broken && readElement()) {
            // the next element
        }
    }

    @Override
    public Span covered() {
        return from == Long.MAX_VALUE ? Span.NOTHING : new Span(from, last + Math.min(step, LONGEST_FRAME));
    }

    @Override
    public void skipHole() {
        intake.clear();
        resumedAt = Long.MAX_VALUE;
    }

    @Override
    public long resumedAt() {
        return resumedAt;
    }

    @Override
    public boolean isReadable() {
        return !broken && from != Long.MAX_VALUE;
    }

    private boolean readElement() {
        if (intake.available() < LONGEST_HEADER) {
            return false;
        }
        int idLength = length(intake.at(0));
        int sizeLength = idLength > 4 ? 9 : length(intake.at(idLength));
        if (idLength > 4 || sizeLength > 8) {
            broken = true;
            return false;
        }
        long id = intake.number(0, idLength);
        int header = idLength + sizeLength;
        long size = intake.number(idLength, sizeLength) & ((1L << (7 * sizeLength)) - 1);
        boolean unknown = size == (1L << (7 * sizeLength)) - 1;
        if (!begun && id != EBML) {
            broken = true;
            return false;
        }
        begun = true;
        if (id == SEGMENT || id == INFO || id == CLUSTER || id == BLOCK_GROUP) {
            intake.skip(header);
            return true;
        }
        if (unknown) {
            broken = true;
            return false;
        }
        return readLeaf(id, header, size);
    }

    private boolean readLeaf(long id, int header, long size) {
        boolean block = id == BLOCK || id == SIMPLE_BLOCK;
        boolean number = id == TIMESTAMP || id == TIMESTAMP_SCALE;
        long needed = block ? Math.min(size, BLOCK_HEADER) : number ? size : 0;
        if (needed > Long.BYTES + 2) {
            broken = true;
            return false;
        }
        if (intake.available() < header + needed) {
            return false;
        }
        if (block) {
            readBlock(header, (int) needed);
        } else if (id == TIMESTAMP) {
            cluster = intake.number(header, (int) size);
        } else if (id == TIMESTAMP_SCALE) {
            nanosPerTick = Math.max(1, intake.number(header, (int) size));
        }
        intake.skip(header + size);
        return true;
    }

    private void readBlock(int at, int available) {
        int trackLength = length(intake.at(at));
        if (cluster < 0 || trackLength + 2 > available) {
            broken = true;
            return;
        }
        short relative = (short) intake.number(at + trackLength, 2);
        long millis = (cluster + relative) * nanosPerTick / 1_000_000;
        from = Math.min(from, millis);
        resumedAt = Math.min(resumedAt, millis);
        if (millis > last) {
            step = millis - last;
            last = millis;
        }
    }

    /** How many bytes a number of variable size has, by its first byte; 9: none has so many. */
    private static int length(int first) {
        return first == 0 ? 9 : Integer.numberOfLeadingZeros(first) - 23;
    }
}
