package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.archive.MediaReader.Span;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;
import org.knightswatch.recording.Verifications;
import org.knightswatch.recording.Verifications.Measured;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/**
 * Reads closed takes whose segments are all held, each byte once: only then is a recording more than what a browser says
 * of it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // reading takes long
public class TakeVerification {

    private static final Logger LOG = Logger.getLogger(TakeVerification.class.getName());
    private static final int BUFFER = 64 * 1024;

    @Inject
    Verifications verifications;

    @Inject
    ObjectStore store;

    /** Verifies one take that is due; answers whether there was one. */
    public boolean verifyNext() {
        return verifications.claimNext().map(this::verify).isPresent();
    }

    private TakeView verify(TakeView take) {
        try {
            MediaReader reader = MediaReader.of(take.mimeType());
            List<Measured> measured = new ArrayList<>();
            for (SegmentView segment : verifications.segments(take)) {
                long before = reader.covered().toMillis();
                if (!segment.sha256().equals(read(take, segment, reader))) {
                    verifications.faulty(take, "TAMPERED", "segment " + segment.sequence() + " has other bytes");
                    return take;
                }
                Span now = reader.covered();
                long start = before == 0 ? now.fromMillis() : before;
                measured.add(new Measured(segment.sequence(), start, now.toMillis() - start));
            }
            if (measured.isEmpty() || reader.isReadable()) {
                verifications.verified(take, reader.covered().fromMillis(), measured);
            } else {
                verifications.faulty(take, "MEDIA_UNREADABLE", "no " + take.mediaType());
            }
        } catch (StoreException | IOException e) {
            LOG.log(Level.WARNING, "Take {0} is verified later: {1}", new Object[] {take.id(), e.getMessage()});
            verifications.later(take);
        }
        return take;
    }

    private Sha256 read(TakeView take, SegmentView segment, MediaReader reader) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = store.open(take.keyOf(segment), ByteRange.ALL)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
                reader.feed(buffer, length);
            }
        }
        return Sha256.ofDigest(digest.digest());
    }
}
