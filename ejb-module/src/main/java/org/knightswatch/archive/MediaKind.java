package org.knightswatch.archive;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What a file is that others recorded: its first bytes say so, and its name is nobody's proof. */
public enum MediaKind {
    MP4("mp4", "video/mp4"),
    WEBM("webm", "video/webm");

    /** How many bytes it takes to tell. */
    public static final int FIRST_BYTES = 8;

    /** A plain MP4 of many hours has one index of all its samples. */
    private static final int LONGEST_INDEX = 32 * 1024 * 1024;

    private static final int EBML = 0x1A45DFA3;
    private static final int FTYP = 0x66747970;

    private final String ending;
    private final String mediaType;

    MediaKind(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Empty when it is none that we can read. */
    public static Optional<MediaKind> of(byte[] first) {
        if (first.length < FIRST_BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(first);
        if (bytes.getInt(0) == EBML) {
            return Optional.of(WEBM);
        }
        return bytes.getInt(Integer.BYTES) == FTYP ? Optional.of(MP4) : Optional.empty();
    }

    /** Reads a whole file of this kind. */
    public MediaReader reader() {
        return this == MP4 ? new Mp4Reader(LONGEST_INDEX) : new WebmReader();
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
