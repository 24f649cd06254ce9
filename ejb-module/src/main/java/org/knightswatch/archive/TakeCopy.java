package org.knightswatch.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.knightswatch.archive.MediaReader.Span;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.Reading;
import org.knightswatch.recording.Reading.Measured;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.ObjectWriter;
import org.knightswatch.store.StoreException;

/**
 * One pass over a take: its segments are read in order, checked, measured, and written one behind the other. From the
 * first faulty one on they are only checked, because nothing of this pass will be kept.
 */
final class TakeCopy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ObjectStore store;
    private final Pace pace;
    private final TakeView take;
    private final ObjectKey key;

    private final MediaReader reader;
    private final MessageDigest whole = Sha256.newDigest();
    private final List<Measured> measured = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER];
    private ObjectWriter writer;
    private long bytes;
    private int expected;
    private boolean behindHole = true;
    private boolean spoilt;

    TakeCopy(ObjectStore store, Pace pace, TakeView take, ObjectKey key) {
        this.store = store;
        this.pace = pace;
        this.take = take;
        this.key = key;
        this.reader = MediaReader.of(take.mimeType());
    }

    /** Answers whether its bytes are there, and those that were proved. */
    boolean add(SegmentView segment) throws IOException {
        if (segment.sequence() != expected) {
            reader.skipHole();
            behindHole = true;
        }
        expected = segment.sequence() + 1;
        long before = reader.covered().toMillis();
        if (!segment.sha256().equals(copy(segment))) {
            giveUp();
            return false;
        }
        measured.add(measure(segment, before));
        return true;
    }

    /** Answers false when other bytes lie there already. */
    boolean finish() {
        try {
            if (writer != null) {
                writer.finish();
            }
            return true;
        } catch (StoreException e) {
            if (e.code() == ProblemCode.OBJECT_DIFFERS) {
                return false;
            }
            throw e;
        }
    }

    Reading reading(String name, Set<Integer> faulty) {
        ArchivedTake object =
                measured.isEmpty() ? null : new ArchivedTake(name, bytes, Sha256.ofDigest(whole.digest()));
        return new Reading(reader.covered().fromMillis(), measured, faulty, reader.isReadable(), object);
    }

    ObjectKey key() {
        return key;
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }

    private Measured measure(SegmentView segment, long before) {
        Span now = reader.covered();
        boolean seen = reader.resumedAt() != Long.MAX_VALUE;
        long start = !seen ? now.toMillis() : behindHole ? reader.resumedAt() : before;
        behindHole = behindHole && !seen;
        return new Measured(segment.sequence(), start, Math.max(0, now.toMillis() - start));
    }

    private Sha256 copy(SegmentView segment) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = store.open(take.keyOf(segment), ByteRange.ALL)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                pace.await(length);
                digest.update(buffer, 0, length);
                if (!spoilt) {
                    keep(length);
                }
            }
        } catch (StoreException e) {
            if (e.code() != ProblemCode.NOT_FOUND) {
                throw e;
            }
        }
        return Sha256.ofDigest(digest.digest());
    }

    private void keep(int length) {
        if (writer == null) {
            writer = store.write(key, take.mediaType());
        }
        reader.feed(buffer, length);
        writer.write(buffer, 0, length);
        whole.update(buffer, 0, length);
        bytes += length;
    }

    private void giveUp() {
        spoilt = true;
        close();
    }
}
