package org.knightswatch.archive;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads fragmented MP4 (ISO/IEC 14496-12): time scales from {@code moov}, and for each {@code moof} where its samples
 * begin ({@code tfdt}) and how long they last ({@code trun}, or the defaults of {@code tfhd} and {@code trex}). In plain MP4
 * {@code moov} has all samples ({@code stts}).
 */
final class Mp4Reader implements MediaReader {

    private static final int MOOV = fourcc("moov");
    private static final int MOOF = fourcc("moof");
    private static final int LARGEST_INDEX = 8 * 1024 * 1024;

    private final int largestIndex;
    private final Intake intake = new Intake();
    private final Map<Integer, Track> tracks = new HashMap<>();
    private long from = Long.MAX_VALUE;
    private long to;
    private long resumedAt = Long.MAX_VALUE;
    private boolean broken;

    Mp4Reader() {
        this(LARGEST_INDEX);
    }

    /** For files whose index may be so many bytes long. */
    Mp4Reader(int largestIndex) {
        this.largestIndex = largestIndex;
    }

    @Override
    public void feed(byte[] bytes, int length) {
        intake.add(bytes, length);
        while (!broken && readBox()) {
            // the next box
        }
    }

    @Override
    public Span covered() {
        return from == Long.MAX_VALUE ? Span.NOTHING : new Span(from, to);
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

    private boolean readBox() {
        if (intake.available() < 8) {
            return false;
        }
        long size = intake.number(0, 4);
        int type = (int) intake.number(4, 4);
        int header = size == 1 ? 16 : 8;
        if (intake.available() < header) {
            return false;
        }
        size = size == 1 ? intake.number(8, 8) : size;
        boolean index = type == MOOV || type == MOOF;
        if (size < header || (index && size > largestIndex)) {
            broken = true;
            return false;
        }
        if (index && intake.available() < size) {
            return false;
        }
        if (index) {
            ByteBuffer body = ByteBuffer.wrap(intake.copy(header, (int) size - header));
            readIndex(type, body);
        }
        intake.skip(size);
        return true;
    }

    private void readIndex(int type, ByteBuffer body) {
        try {
            if (type == MOOV) {
                readMovie(body);
            } else {
                readFragment(body);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            broken = true;
        }
    }

    private void readMovie(ByteBuffer body) {
        each(body, (type, box) -> {
            if (type == fourcc("trak")) {
                readTrack(box);
            } else if (type == fourcc("mvex")) {
                each(box, (inner, trex) -> {
                    if (inner == fourcc("trex")) {
                        Track track = tracks.computeIfAbsent(trex.getInt(4), id -> new Track());
                        track.defaultDuration = Integer.toUnsignedLong(trex.getInt(12));
                    }
                });
            }
        });
    }

    private void readTrack(ByteBuffer body) {
        int[] id = new int[1];
        long[] scale = new long[1];
        long[] samples = new long[1];
        each(body, (type, box) -> {
            if (type == fourcc("tkhd")) {
                id[0] = box.getInt(box.get(0) == 1 ? 20 : 12);
            } else if (type == fourcc("mdia")) {
                each(box, (inner, part) -> {
                    if (inner == fourcc("mdhd")) {
                        scale[0] = Integer.toUnsignedLong(part.getInt(part.get(0) == 1 ? 20 : 12));
                    } else if (inner == fourcc("minf")) {
                        samples[0] = samples(part);
                    }
                });
            }
        });
        tracks.computeIfAbsent(id[0], unknown -> new Track()).scale = scale[0];
        if (samples[0] > 0 && scale[0] > 0) {
            from = Math.min(from, 0);
            resumedAt = Math.min(resumedAt, 0);
            to = Math.max(to, Math.multiplyExact(samples[0], 1000) / scale[0]);
        }
    }

    /** How long all samples last that the movie itself has. */
    private static long samples(ByteBuffer minf) {
        long[] total = new long[1];
        each(minf, (type, stbl) -> {
            if (type == fourcc("stbl")) {
                each(stbl, (inner, stts) -> {
                    if (inner == fourcc("stts")) {
                        total[0] = Math.addExact(total[0], Mp4Boxes.samples(stts));
                    }
                });
            }
        });
        return total[0];
    }

    private void readFragment(ByteBuffer body) {
        each(body, (type, traf) -> {
            if (type == fourcc("traf")) {
                readTrackFragment(traf);
            }
        });
    }

    private void readTrackFragment(ByteBuffer traf) {
        Fragment fragment = new Fragment();
        each(traf, (type, box) -> {
            if (type == fourcc("tfhd")) {
                fragment.readHeader(box, tracks);
            } else if (type == fourcc("tfdt")) {
                fragment.start = box.get(0) == 1 ? box.getLong(4) : Integer.toUnsignedLong(box.getInt(4));
            } else if (type == fourcc("trun")) {
                fragment.readRun(box);
            }
        });
        if (fragment.scale > 0 && fragment.start >= 0) {
            from = Math.min(from, fragment.start * 1000 / fragment.scale);
            resumedAt = Math.min(resumedAt, fragment.start * 1000 / fragment.scale);
            to = Math.max(to, (fragment.start + fragment.duration) * 1000 / fragment.scale);
        }
    }

    private static void each(ByteBuffer body, BoxVisitor visitor) {
        while (body.remaining() >= 8) {
            int size = body.getInt(body.position());
            if (size < 8 || size > body.remaining()) {
                throw new IllegalArgumentException("a box of " + size + " bytes");
            }
            visitor.visit(body.getInt(body.position() + 4), body.slice(body.position() + 8, size - 8));
            body.position(body.position() + size);
        }
    }

    private static int fourcc(String text) {
        return text.charAt(0) << 24 | text.charAt(1) << 16 | text.charAt(2) << 8 | text.charAt(3);
    }

    /** Sees each box within a box. */
    private interface BoxVisitor {
        void visit(int type, ByteBuffer body);
    }

    /** What the movie says of a track. */
    private static final class Track {
        private long scale;
        private long defaultDuration;
    }

    /** What a fragment says of one track. */
    private static final class Fragment {

        private static final int DATA_OFFSET = 0x1;
        private static final int FIRST_FLAGS = 0x4;
        private static final int DURATION = 0x100;

        private long scale;
        private long defaultDuration;
        private long start = -1;
        private long duration;

        void readHeader(ByteBuffer tfhd, Map<Integer, Track> tracks) {
            Track track = tracks.getOrDefault(tfhd.getInt(4), new Track());
            int flags = tfhd.getInt(0);
            int at = 8 + ((flags & 0x1) != 0 ? 8 : 0) + ((flags & 0x2) != 0 ? 4 : 0);
            scale = track.scale;
            defaultDuration = (flags & 0x8) != 0 ? Integer.toUnsignedLong(tfhd.getInt(at)) : track.defaultDuration;
        }

        void readRun(ByteBuffer trun) {
            int flags = trun.getInt(0);
            long samples = Integer.toUnsignedLong(trun.getInt(4));
            if ((flags & DURATION) == 0) {
                duration += samples * defaultDuration;
                return;
            }
            int each = 4 * Integer.bitCount(flags & 0xF00);
            int at = 8 + ((flags & DATA_OFFSET) != 0 ? 4 : 0) + ((flags & FIRST_FLAGS) != 0 ? 4 : 0);
            for (long i = 0; i < samples; i++, at += each) {
                duration += Integer.toUnsignedLong(trun.getInt(at));
            }
        }
    }
}
