package org.knightswatch.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.knightswatch.archive.Pace;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;

/** Reads excerpts of archived takes as something that can be decoded by itself, at the archiver's pace. */
@ApplicationScoped
public class Excerpts {

    /** How a cluster of WebM begins. */
    private static final byte[] CLUSTER = {0x1F, 0x43, (byte) 0xB6, 0x75};

    @Inject
    ObjectStore store;

    @Inject
    Pace pace;

    byte[] read(ObjectKey take, boolean mp4, Excerpt excerpt) throws IOException {
        byte[] first = read(take, excerpt.head());
        ByteArrayOutputStream media = new ByteArrayOutputStream();
        media.write(first, 0, mp4 || excerpt.headShows() ? first.length : firstCluster(first));
        if (excerpt.around().isPresent()) {
            media.writeBytes(read(take, excerpt.around().get()));
        }
        return media.toByteArray();
    }

    private byte[] read(ObjectKey key, ByteRange range) throws IOException {
        pace.await((int) (range.last().orElseThrow() - range.first() + 1));
        try (InputStream in = store.open(key, range)) {
            return in.readAllBytes();
        }
    }

    /** Where what is recorded begins, behind all that says how. */
    static int firstCluster(byte[] segment) {
        for (int at = 0; at + CLUSTER.length <= segment.length; at++) {
            if (Arrays.equals(segment, at, at + CLUSTER.length, CLUSTER, 0, CLUSTER.length)) {
                return at;
            }
        }
        return segment.length;
    }
}
