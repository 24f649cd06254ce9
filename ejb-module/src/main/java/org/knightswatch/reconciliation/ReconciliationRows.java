package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptStarted;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.transcript.AttemptRecovered;

/** Which attempts are to be compared with the store, and which were. */
@Stateless
public class ReconciliationRows {

    /** Whoever claimed one and died gives it free after this time. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(30);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    ReconciliationSettings settings;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    public void onStarted(@Observes AttemptStarted event) {
        entities.persist(
                new Reconciliation(event.place().attempt(), clock.instant().plus(settings.every())));
    }

    public void onRecovered(@Observes AttemptRecovered event) {
        Reconciliation known =
                entities.find(Reconciliation.class, event.attempt().value());
        if (known == null) {
            entities.persist(new Reconciliation(event.attempt(), clock.instant()));
        } else {
            known.dueSoon(clock.instant());
        }
    }

    /** Takes one that is due to be compared by the caller alone for a while. */
    public Optional<AttemptId> claimNext() {
        Instant now = clock.instant();
        return claims.claimDue(Reconciliation.class, "dueAt", now, row -> row.isDue(now))
                .map(row -> {
                    row.claim(now.plus(CLAIMED_FOR));
                    return row.attempt();
                });
    }

    /** Everything is compared as soon as may be, and looked through for what nobody knows. */
    public void dueNow() {
        entities.createQuery("update Reconciliation r set r.dueAt = :now where r.dueAt > :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        entities.createQuery("update Sweep s set s.dueAt = :now where s.begunAt is null")
                .setParameter("now", clock.instant())
                .executeUpdate();
        audit.fire(AuditFact.of("STORE_COMPARED", "store:rows"));
    }

    public void done(AttemptId attempt, Compared compared) {
        Instant now = clock.instant();
        Duration wait = compared.sealed() ? settings.sealedEvery() : settings.every();
        change(attempt, row -> row.done(compared, now.plus(wait), now));
    }

    public void failed(AttemptId attempt) {
        change(attempt, row -> row.failed(clock.instant()));
    }

    /** There is nothing to compare any more: it was removed, or all that was recorded of it. */
    public void forget(AttemptId attempt) {
        change(attempt, entities::remove);
    }

    private void change(AttemptId attempt, Consumer<Reconciliation> how) {
        Optional.ofNullable(entities.find(Reconciliation.class, attempt.value()))
                .ifPresent(how);
    }
}
