package org.knightswatch.transcript;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ServerClock;

/** Notes how far a recovery has come, a short transaction at a time. */
@Stateless
public class RecoveryRuns {

    private static final String SUBJECT = "store:rows";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** Begins a run; empty while one is under way. */
    public Optional<UUID> begin() {
        if (newest().filter(run -> run.isUnderWay(clock.instant())).isPresent()) {
            return Optional.empty();
        }
        RecoveryRun run = new RecoveryRun(clock.instant());
        entities.persist(run);
        audit.fire(AuditFact.of("RECOVERY_BEGUN", SUBJECT));
        return Optional.of(run.id());
    }

    public void went(UUID run, int added, List<String> findings) {
        entities.find(RecoveryRun.class, run).went(added, findings, clock.instant());
    }

    public void note(UUID run, String finding) {
        entities.find(RecoveryRun.class, run).note(finding);
    }

    public void end(UUID id) {
        RecoveryRun run = entities.find(RecoveryRun.class, id);
        run.ended(clock.instant());
        RecoveryView view = run.view(clock.instant());
        audit.fire(AuditFact.of("RECOVERY_ENDED", SUBJECT)
                .saying(view.attemptsAdded() + " of " + view.attempts() + " attempts, " + view.rowsAdded() + " rows, "
                        + view.findings().size() + " findings"));
    }

    /** The newest run; empty when there never was one. */
    public Optional<RecoveryView> progress() {
        return newest().map(run -> run.view(clock.instant()));
    }

    private Optional<RecoveryRun> newest() {
        return entities.createQuery("select r from RecoveryRun r order by r.startedAt desc", RecoveryRun.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
