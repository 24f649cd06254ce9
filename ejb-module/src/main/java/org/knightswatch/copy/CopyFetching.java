package org.knightswatch.copy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.archive.MediaKind;
import org.knightswatch.archive.Pace;
import org.knightswatch.archive.Places;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;
import org.knightswatch.store.StoredObject;

/**
 * Fetches what others brought: each file is read once, at the archiver's pace, and written beside the takes of its track.
 * Only what was read to its end and makes sense appears there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // reading takes long
public class CopyFetching {

    private static final Logger LOG = Logger.getLogger(CopyFetching.class.getName());
    private static final Duration BETWEEN_SIGNS = Duration.ofMinutes(1);
    private static final int BUFFER = 64 * 1024;

    @Inject
    CopyRows rows;

    @Inject
    Places places;

    @Inject
    ObjectStore store;

    @Inject
    Pace pace;

    @Inject
    ServerClock clock;

    /** Fetches one copy that is due; answers whether there was one. */
    public boolean fetchNext() {
        return rows.claimNext().map(this::tryToFetch).isPresent();
    }

    private CopyWork tryToFetch(CopyWork work) {
        try {
            long bytes = store.look(work.from()).map(StoredObject::size).orElse(-1L);
            if (bytes < 0) {
                rows.missing(work);
            } else if (bytes > work.most()) {
                rows.failed(work, tooLarge(bytes, work));
            } else {
                fetch(work);
            }
        } catch (RuntimeException | IOException e) { // whatever it was: a seal waits for an answer
            LOG.log(Level.WARNING, e, () -> work.from() + " is fetched later");
            rows.later(work);
        }
        return work;
    }

    private void fetch(CopyWork work) throws IOException {
        try (InputStream in = store.open(work.from(), ByteRange.ALL)) {
            byte[] first = in.readNBytes(MediaKind.FIRST_BYTES);
            MediaKind kind = MediaKind.of(first).orElse(null);
            if (kind == null) {
                rows.failed(work, "it is neither MP4 nor WebM");
                return;
            }
            String name = work.name() + "." + kind.ending();
            ObjectKey key = ObjectKey.of(places.of(work.attempt(), work.track()) + name);
            try (FileCopy copy = new FileCopy(kind.reader(), store.write(key, kind.mediaType()))) {
                copy.add(first, first.length);
                readOn(work, in, copy);
                finish(work, copy, name);
            }
        }
    }

    private void readOn(CopyWork work, InputStream in, FileCopy copy) throws IOException {
        byte[] buffer = new byte[BUFFER];
        Instant signed = clock.instant();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            pace.await(length);
            copy.add(buffer, length);
            if (copy.bytes() > work.most()) {
                throw new IOException("it has grown since it was looked at");
            }
            if (signed.plus(BETWEEN_SIGNS).isBefore(clock.instant())) {
                rows.goOn(work);
                signed = clock.instant();
            }
        }
    }

    private void finish(CopyWork work, FileCopy copy, String name) {
        long millis = copy.millis();
        if (millis == 0) {
            rows.failed(work, "it can't be read as media");
            return;
        }
        try {
            rows.kept(work, copy.finish(name), millis);
        } catch (StoreException e) {
            if (e.code() != ProblemCode.OBJECT_DIFFERS) {
                throw e;
            }
            rows.failed(work, "other bytes lie in the archive at " + name);
        }
    }

    private static String tooLarge(long bytes, CopyWork work) {
        return "it has " + bytes + " bytes; at most " + Math.max(0, work.most()) + " more are kept of this attempt";
    }
}
