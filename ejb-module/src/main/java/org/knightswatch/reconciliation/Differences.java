package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ServerClock;

/** Keeps what differs, and says what is new. */
@Stateless
public class Differences {

    private static final Logger LOG = Logger.getLogger(Differences.class.getName());

    @PersistenceContext
    EntityManager entities;

    @Inject
    Incidents incidents;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** Takes over what comparing an attempt has shown. Only what is new is raised. */
    public void keep(AttemptId attempt, List<Found> found) {
        Instant now = clock.instant();
        List<Difference> known = entities.createQuery(
                        "select d from Difference d where d.attemptId = :attempt", Difference.class)
                .setParameter("attempt", attempt.value())
                .getResultList();
        known.forEach(difference -> difference.over(now));
        List<Found> fresh = new ArrayList<>();
        for (Found one : found) {
            Optional<Difference> before = known.stream()
                    .filter(difference -> difference.is(one.kind(), one.key()))
                    .findFirst();
            before.ifPresentOrElse(difference -> difference.seen(now), () -> {
                entities.persist(new Difference(attempt, one.kind(), one.key(), now));
                fresh.add(one);
            });
        }
        if (!fresh.isEmpty()) {
            tell("attempt:" + attempt, fresh.get(0).key(), fresh.size());
            incidents.raise(attempt, fresh);
        }
    }

    /** Takes over a folder that no row knows. */
    public void keepUnknown(String folder) {
        Instant now = clock.instant();
        Optional<Difference> before = entities.createQuery(
                        "select d from Difference d where d.attemptId is null and d.objectKey = :key", Difference.class)
                .setParameter("key", folder)
                .getResultStream()
                .findFirst();
        before.ifPresentOrElse(difference -> difference.seen(now), () -> {
            entities.persist(new Difference(null, DifferenceKind.OBJECT_EXTRA, folder, now));
            tell("store:rows", folder, 1);
        });
    }

    /** Folders of a part that were not met since a look through it began are there no more, or are known now. */
    public void settleUnknown(Sweep.Part part, Instant begunAt) {
        entities.createQuery(
                        "select d from Difference d where d.attemptId is null and d.seenAt < :begun", Difference.class)
                .setParameter("begun", begunAt)
                .getResultStream()
                .filter(difference -> difference.isIn(part))
                .forEach(difference -> difference.over(clock.instant()));
    }

    /** What differs now, the newest first. */
    public Page<DifferenceView> list(PageRequest page) {
        List<DifferenceView> rows = entities.createQuery(
                        "select d from Difference d where d.overAt is null order by d.foundAt desc, d.id",
                        Difference.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(Difference::view)
                .toList();
        return Page.of(rows, page, count());
    }

    public long count() {
        return entities.createQuery("select count(d) from Difference d where d.overAt is null", Long.class)
                .getSingleResult();
    }

    private void tell(String subject, String first, int count) {
        String words = first + (count > 1 ? " and " + (count - 1) + " more" : "");
        LOG.log(Level.WARNING, "The store and the rows differ for {0}: {1}", new Object[] {subject, words});
        audit.fire(AuditFact.of("STORE_DIFFERS", subject).saying(words));
    }
}
