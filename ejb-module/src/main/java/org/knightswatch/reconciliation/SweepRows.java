package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.reconciliation.Sweep.Step;

/** Hands out the pieces in which the store is looked through. */
@Stateless
public class SweepRows {

    private static final Duration CLAIMED_FOR = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    Differences differences;

    @Inject
    ReconciliationSettings settings;

    @Inject
    ServerClock clock;

    public Optional<Step> claimNext() {
        Instant now = clock.instant();
        List<UUID> due = entities.createQuery("select s.id from Sweep s where s.dueAt <= :now", UUID.class)
                .setParameter("now", now)
                .getResultList();
        return claims.claim(Sweep.class, due, 1, sweep -> sweep.isDue(now)).stream()
                .findFirst()
                .map(sweep -> sweep.begin(now, CLAIMED_FOR));
    }

    public void reached(Step step, String key) {
        entities.find(Sweep.class, step.sweep()).reached(key, clock.instant());
    }

    public void done(Step step) {
        Instant next = clock.instant().plus(settings.sealedEvery());
        Instant begun = entities.find(Sweep.class, step.sweep()).done(next);
        differences.settleUnknown(step.part(), begun);
    }
}
