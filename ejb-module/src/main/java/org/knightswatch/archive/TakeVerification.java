package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.Adoption;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;
import org.knightswatch.recording.Verifications;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/**
 * Reads closed takes to which nothing can be added any more, each byte once, and writes what it reads to the archive:
 * only then is a recording more than what a browser says of it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // reading takes long
public class TakeVerification {

    private static final Logger LOG = Logger.getLogger(TakeVerification.class.getName());
    private static final Duration BETWEEN_SIGNS = Duration.ofMinutes(1);

    @Inject
    Verifications verifications;

    @Inject
    Adoption adoption;

    @Inject
    Places places;

    @Inject
    ObjectStore store;

    @Inject
    Pace pace;

    @Inject
    ServerClock clock;

    /** Verifies and archives one take that is due; answers whether there was one. */
    public boolean verifyNext() {
        return verifications.claimNext().map(this::verify).isPresent();
    }

    private TakeView verify(TakeView take) {
        try {
            archive(take);
        } catch (StoreException | IOException e) {
            LOG.log(Level.WARNING, "Take {0} is archived later: {1}", new Object[] {take.id(), e.getMessage()});
            verifications.later(take);
        }
        return take;
    }

    private void archive(TakeView take) throws IOException {
        adoption.adopt(take);
        List<SegmentView> held = verifications.segments(take);
        Set<Integer> faulty = new TreeSet<>();
        held.stream().filter(SegmentView::faulty).map(SegmentView::sequence).forEach(faulty::add);
        if (copy(take, held, faulty)) {
            return;
        }
        boolean withoutThem = copy(take, held, faulty);
        if (!withoutThem) {
            throw new StoreException(ProblemCode.STORE_AWAY);
        }
    }

    /** Answers whether it was done; if not, more segments are known to be faulty than before. */
    private boolean copy(TakeView take, List<SegmentView> held, Set<Integer> faulty) throws IOException {
        String name = "take-" + take.number() + (take.isMp4() ? ".mp4" : ".webm");
        ObjectKey key = ObjectKey.of(places.of(take.attempt(), take.track()) + name);
        Set<Integer> found = new TreeSet<>(faulty);
        Instant signed = clock.instant();
        try (TakeCopy copy = new TakeCopy(store, pace, take, key)) {
            for (SegmentView segment : held) {
                if (!faulty.contains(segment.sequence()) && !copy.add(segment)) {
                    found.add(segment.sequence());
                }
                if (signed.plus(BETWEEN_SIGNS).isBefore(clock.instant())) {
                    verifications.goOn(take);
                    signed = clock.instant();
                }
            }
            if (found.size() > faulty.size()) {
                faulty.addAll(found);
                return false;
            }
            finish(take, copy, name, faulty);
        }
        return true;
    }

    private void finish(TakeView take, TakeCopy copy, String name, Set<Integer> faulty) {
        boolean written = copy.finish();
        if (written) {
            verifications.archived(take, copy.reading(name, faulty));
        } else {
            LOG.log(Level.WARNING, "Other bytes lie in the archive at {0}", copy.key());
            verifications.blocked(take, copy.reading(name, faulty));
        }
    }
}
