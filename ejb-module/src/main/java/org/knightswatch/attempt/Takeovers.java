package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** What proctors see of second browsers, and what they decide about those that wait. */
@Stateless
public class Takeovers {

    /** So long it stays before everybody's eyes that a browser took over; its flag stays for good. */
    private static final Duration SHOWN = Duration.ofMinutes(5);

    @PersistenceContext
    EntityManager entities;

    @Inject
    TakeoverNews news;

    @Inject
    ServerClock clock;

    /** What there is to see now: who waits comes before who went in, and the newest first. */
    public Map<AttemptId, TakeoverView> of(Collection<AttemptId> attempts) {
        Map<AttemptId, TakeoverView> found = new HashMap<>();
        if (attempts.isEmpty()) {
            return found;
        }
        Instant now = clock.instant();
        entities.createQuery(
                        "select p, o from AttemptPage p join AttemptPage o on o.id = p.overId"
                                + " where p.attemptId in :attempts and (p.state = :waiting and p.seenAt > :fresh"
                                + " or p.state = :in and coalesce(p.decidedAt, p.joinedAt) > :recent)"
                                + " order by p.state, p.lease",
                        Object[].class)
                .setParameter(
                        "attempts", attempts.stream().map(AttemptId::value).toList())
                .setParameter("waiting", PageState.WAITING)
                .setParameter("fresh", now.minus(AttemptPage.LINGERS))
                .setParameter("in", PageState.IN)
                .setParameter("recent", now.minus(SHOWN))
                .getResultStream()
                .map(row -> ((AttemptPage) row[0]).over((AttemptPage) row[1]))
                .forEach(takeover -> found.put(takeover.attempt(), takeover));
        return found;
    }

    /** From its next word on the page takes part, and the older one no more. */
    public AttemptView letIn(AttemptId id, UUID page, String by) {
        Attempt attempt = lock(id);
        AttemptPage waiting = requireWaiting(attempt, page);
        waiting.letIn(attempt.join(), by, clock.instant());
        news.takenOver(attempt.view().place(), view(waiting), by);
        return attempt.view();
    }

    /** The attempt goes on where it is. */
    public AttemptView refuse(AttemptId id, UUID page, String by, String reason) {
        Attempt attempt = lock(id);
        AttemptPage waiting = requireWaiting(attempt, page);
        waiting.refuse(by, clock.instant());
        news.refused(attempt.view().place(), view(waiting), by, reason);
        return attempt.view();
    }

    private TakeoverView view(AttemptPage page) {
        return page.over(entities.find(AttemptPage.class, page.overId()));
    }

    private Attempt lock(AttemptId id) {
        Attempt attempt = entities.find(Attempt.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (attempt == null) {
            throw new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, id);
        }
        if (attempt.state().isOver()) {
            throw new ProctoringException(ProblemCode.ATTEMPT_ENDED, attempt.state());
        }
        return attempt;
    }

    private AttemptPage requireWaiting(Attempt attempt, UUID page) {
        AttemptPage found = entities.find(AttemptPage.class, page);
        boolean waits =
                found != null && found.isOf(attempt.view().id()) && found.asking(clock.instant()) == PageState.WAITING;
        if (!waits) {
            throw new ProctoringException(ProblemCode.TAKEOVER_DECIDED);
        }
        return found;
    }
}
