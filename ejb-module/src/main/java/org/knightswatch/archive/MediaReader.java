package org.knightswatch.archive;

/**
 * Reads the bytes of one take, or of a whole file, in order and tells what time they cover. It believes nothing but the
 * bytes: what it can't read counts for no time.
 */
public interface MediaReader {

    /** The next bytes; borders between calls mean nothing. */
    void feed(byte[] bytes, int length);

    /** Media time covered so far: from the earliest sample to the end of the latest, in milliseconds. */
    Span covered();

    /** Something is missing here: what comes next begins a new element, and no time is covered until then. */
    void skipHole();

    /** The earliest sample behind the last hole, or of all; only once there is one. */
    long resumedAt();

    /** Whether the bytes so far make sense as media of this kind. */
    boolean isReadable();

    /** A reader for a mime type. */
    static MediaReader of(String mimeType) {
        return mimeType.startsWith("video/mp4") ? new Mp4Reader() : new WebmReader();
    }

    /** From one moment of media time to another; empty when nothing was read yet. */
    record Span(long fromMillis, long toMillis) {

        static final Span NOTHING = new Span(0, 0);
    }
}
