package org.knightswatch.still;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;

/** Keeps stills of what a proctor's wall shows, and gives them back. Each is the word of the person at that wall. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked in between
public class Stills {

    private static final int LARGEST = 100_000;
    private static final String TYPE = "image/jpeg";

    @Inject
    StillRows rows;

    @Inject
    ObjectStore store;

    @Inject
    ServerClock clock;

    /** Keeps one, unless there is one of a short while ago. */
    public void keep(AttemptId attempt, String by, InputStream in) {
        byte[] picture = Jpeg.bare(read(in));
        Instant now = clock.instant();
        rows.place(attempt, now).ifPresent(place -> {
            Sha256 sha256 = Sha256.digest(picture);
            ObjectKey key = ObjectKey.of(place + sha256 + ".jpg");
            store.put(key, picture, TYPE);
            rows.add(new Still(Ids.next(), attempt, now, by, key, sha256));
        });
    }

    /** The picture itself. */
    public byte[] picture(AttemptId attempt, UUID id) {
        ObjectKey key = rows.key(attempt, id).orElseThrow(() -> new ProctoringException(ProblemCode.NOT_FOUND));
        try (InputStream in = store.open(key, ByteRange.ALL)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProctoringException(ProblemCode.BODY_TOO_LARGE, LARGEST);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
