package org.knightswatch.copy;

import java.io.IOException;
import java.security.MessageDigest;
import org.knightswatch.archive.MediaReader;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.store.ObjectWriter;

/** One pass over a file that somebody brought: its bytes are measured, hashed, and written. Not finished, it never was. */
final class FileCopy implements AutoCloseable {

    /** No exam takes longer; who says so is no media. */
    private static final long LONGEST_MILLIS = 7L * 24 * 3_600 * 1_000;

    private final MediaReader reader;
    private final ObjectWriter writer;
    private final MessageDigest digest = Sha256.newDigest();
    private long bytes;

    FileCopy(MediaReader reader, ObjectWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    void add(byte[] more, int length) {
        reader.feed(more, length);
        digest.update(more, 0, length);
        writer.write(more, 0, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** How long it plays; 0: it can't be read. */
    long millis() {
        long millis = reader.covered().toMillis() - reader.covered().fromMillis();
        return reader.isReadable() && millis > 0 && millis <= LONGEST_MILLIS ? millis : 0;
    }

    /** Makes it appear, and looks whether it is all there. */
    ArchivedTake finish(String name) {
        writer.finish();
        return new ArchivedTake(name, bytes, Sha256.ofDigest(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
