package org.knightswatch.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.evidence.Source;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/** A folder of the archive, for whoever verifies it: read at the archiver's pace. */
final class StoreSource implements Source {

    private final ObjectStore store;
    private final Pace pace;
    private final String place;

    StoreSource(ObjectStore store, Pace pace, String place) {
        this.store = store;
        this.pace = pace;
        this.place = place;
    }

    @Override
    public Optional<InputStream> open(String name) {
        try {
            return Optional.of(new PacedStream(store.open(ObjectKey.of(place + name), ByteRange.ALL), pace));
        } catch (StoreException e) {
            if (e.code() == ProblemCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What else lies there does no harm to what is sealed. */
    @Override
    public Optional<Set<String>> names() {
        return Optional.empty();
    }

    /** Waits for its share of the line. */
    private static final class PacedStream extends FilterInputStream {

        private final Pace pace;

        PacedStream(InputStream in, Pace pace) {
            super(in);
            this.pace = pace;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            pace.await(Math.max(count, 0));
            return count;
        }
    }
}
