package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/**
 * Knows whether the store that answers is the one that the rows tell of. An empty bucket, or another one, would answer for
 * each object that it is not there, and be right: nothing may be made of that.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked
public class OurStore {

    private static final Logger LOG = Logger.getLogger(OurStore.class.getName());
    private static final byte[] WORDS =
            "The database of Knights Watch knows this store by this file.\n".getBytes(StandardCharsets.US_ASCII);

    @Inject
    StoreMarks marks;

    @Inject
    ObjectStore store;

    /** Answers false when it is another one, or when it does not answer. */
    public boolean answers() {
        try {
            List<ObjectKey> keys = marks.keys();
            if (keys.isEmpty()) {
                UUID mark = Ids.next();
                StoreMark.keys(mark).forEach(key -> store.put(key, WORDS, "text/plain"));
                marks.keep(mark);
                return true;
            }
            boolean there = keys.stream().allMatch(key -> store.look(key).isPresent());
            if (!there && marks.missedAt().isEmpty()) {
                LOG.log(Level.SEVERE, "The store lacks one of {0}: it is not the one that the database knows", keys);
            }
            marks.looked(there);
            return there;
        } catch (StoreException e) {
            if (e.code() != ProblemCode.STORE_AWAY) {
                LOG.log(Level.WARNING, e, () -> "The store can't be marked");
            }
            return false;
        }
    }
}
