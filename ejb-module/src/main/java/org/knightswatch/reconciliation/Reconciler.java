package org.knightswatch.reconciliation;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.store.StoreException;
import org.knightswatch.transcript.Transcripts;

/**
 * Compares the store with the rows, an attempt at a time, and raises each difference that nothing explains. A store that is
 * away, or is another one, has lost nothing: then nothing is compared.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked in between
public class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class.getName());

    @Inject
    ReconciliationRows rows;

    @Inject
    OurStore ours;

    @Inject
    Comparison comparison;

    @Inject
    Transcripts transcripts;

    @Inject
    Differences differences;

    @Inject
    Sweeping sweeping;

    /** Compares one attempt that is due, or looks for what nobody knows; answers whether there was anything to do. */
    public boolean next() {
        if (!ours.answers()) {
            return false;
        }
        Optional<AttemptId> due = rows.claimNext();
        due.ifPresent(this::compare);
        return due.isPresent() || sweep();
    }

    private void compare(AttemptId attempt) {
        try {
            if (!transcripts.write(attempt)) {
                rows.forget(attempt);
                return;
            }
            Compared compared = comparison.of(attempt);
            differences.keep(attempt, compared.found());
            rows.done(attempt, compared);
        } catch (StoreException e) {
            rows.failed(attempt);
            LOG.log(Level.INFO, "Attempt {0} is compared later: {1}", new Object[] {attempt, e.getMessage()});
        } catch (ProctoringException e) {
            rows.forget(attempt);
        } catch (EJBException e) {
            rows.failed(attempt);
            LOG.log(Level.WARNING, e, () -> "Attempt " + attempt + " can't be compared");
        }
    }

    private boolean sweep() {
        try {
            return sweeping.next();
        } catch (StoreException e) {
            LOG.log(Level.INFO, "The store is looked through later: {0}", e.getMessage());
            return false;
        }
    }
}
