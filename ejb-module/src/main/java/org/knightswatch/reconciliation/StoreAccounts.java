package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.knightswatch.kernel.ServerClock;

/** Gives account of what was compared. */
@Stateless
public class StoreAccounts {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Differences differences;

    @Inject
    StoreMarks marks;

    @Inject
    ServerClock clock;

    public StoreAccount now() {
        Object[] done = entities.createQuery(
                        "select max(r.doneAt), count(r.doneAt), coalesce(sum(r.objects), 0) from Reconciliation r",
                        Object[].class)
                .getSingleResult();
        long waiting = entities.createQuery("select count(r) from Reconciliation r where r.dueAt <= :now", Long.class)
                .setParameter("now", clock.instant())
                .getSingleResult();
        return new StoreAccount(
                (Instant) done[0],
                ((Number) done[1]).longValue(),
                ((Number) done[2]).longValue(),
                waiting,
                differences.count(),
                marks.missedAt().orElse(null));
    }
}
