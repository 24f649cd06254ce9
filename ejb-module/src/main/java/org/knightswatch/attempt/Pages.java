package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** The pages of an attempt: lets each new one in, or has it wait. Whoever calls has locked the attempt. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY) // only under the lock of whoever calls
public class Pages {

    private static final int MOST_WAITING = 4;

    @PersistenceContext
    EntityManager entities;

    @Inject
    TakeoverNews news;

    @Inject
    ServerClock clock;

    /** The page that begins an attempt. Answers its lease. */
    public long first(Attempt attempt, JoiningBrowser from) {
        entities.persist(new AttemptPage(attempt.view().id(), Attempt.FIRST_LEASE, from, clock.instant()));
        return Attempt.FIRST_LEASE;
    }

    private long in(Attempt attempt, JoiningBrowser from) {
        return make(attempt, from).lease();
    }

    /** Another page of an attempt that runs. */
    public Admitted enter(ExamView exam, Attempt attempt, Newcomer newcomer, String candidate) {
        Optional<AttemptPage> other = other(attempt, newcomer.browser());
        if (other.isEmpty()) {
            return new Admitted(attempt.view(), in(attempt, newcomer.browser()), false);
        }
        Instant now = clock.instant();
        Optional<AttemptPage> asking = newestOf(attempt, newcomer.browser()).filter(page -> page.asking(now) != null);
        Meeting meeting = new Meeting(attempt, other.get(), asking, newcomer.browser(), candidate);
        PageState asked = asking.map(page -> page.asking(now)).orElse(null);
        return switch (Entry.of(exam.takeover(), newcomer.there(), asked)) {
            case REFUSED -> throw new ProctoringException(ProblemCode.TAKEOVER_REFUSED);
            case WAITS -> waits(meeting);
            case TAKES_OVER -> takesOver(meeting);
            case JOINS ->
                asking.isPresent()
                        ? takesOver(meeting)
                        : new Admitted(attempt.view(), in(attempt, newcomer.browser()), false);
        };
    }

    private Admitted waits(Meeting meeting) {
        AttemptPage page = meeting.asking().orElseGet(() -> asks(meeting));
        page.seen(clock.instant());
        return new Admitted(meeting.attempt().view(), page.lease(), true);
    }

    private AttemptPage asks(Meeting meeting) {
        Attempt attempt = meeting.attempt();
        if (countWaiting(attempt) >= MOST_WAITING) {
            throw new ProctoringException(ProblemCode.RATE_EXCEEDED, AttemptPage.LINGERS.toSeconds());
        }
        AttemptPage page = make(attempt, meeting.from());
        page.ask(meeting.other(), clock.instant());
        news.asked(attempt.view().place(), page.over(meeting.other()), meeting.candidate());
        return page;
    }

    private Admitted takesOver(Meeting meeting) {
        Attempt attempt = meeting.attempt();
        AttemptPage page = meeting.asking().orElseGet(() -> make(attempt, meeting.from()));
        if (meeting.asking().isPresent()) {
            page.letIn(attempt.join(), meeting.candidate(), clock.instant());
        }
        page.takeOver(meeting.other());
        news.takenOver(attempt.view().place(), page.over(meeting.other()), meeting.candidate());
        return new Admitted(attempt.view(), page.lease(), false);
    }

    private AttemptPage make(Attempt attempt, JoiningBrowser from) {
        AttemptPage page = new AttemptPage(attempt.view().id(), attempt.join(), from, clock.instant());
        entities.persist(page);
        return page;
    }

    /**
     * The page that holds the attempt, when it is another browser's. The newest that was let in may not have said hello
     * yet: its browser is no other one either. Nothing is known of attempts from before pages were written down.
     */
    private Optional<AttemptPage> other(Attempt attempt, JoiningBrowser browser) {
        Optional<AttemptPage> newest = newestIn(attempt);
        long held = attempt.view().holdingLease();
        Optional<AttemptPage> holder = held == 0 ? newest : byLease(attempt, held);
        boolean same = newest.filter(page -> page.isFrom(browser))
                .or(() -> holder.filter(page -> page.isFrom(browser)))
                .isPresent();
        return same ? Optional.empty() : holder;
    }

    private Optional<AttemptPage> newestIn(Attempt attempt) {
        return entities.createQuery(
                        "select p from AttemptPage p where p.attemptId = :attempt and p.state = :in"
                                + " order by p.lease desc",
                        AttemptPage.class)
                .setParameter("attempt", attempt.view().id().value())
                .setParameter("in", PageState.IN)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<AttemptPage> newestOf(Attempt attempt, JoiningBrowser browser) {
        return entities.createQuery(
                        "select p from AttemptPage p where p.attemptId = :attempt and p.markSha256 = :mark"
                                + " order by p.lease desc",
                        AttemptPage.class)
                .setParameter("attempt", attempt.view().id().value())
                .setParameter("mark", browser.markSha256())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<AttemptPage> byLease(Attempt attempt, long lease) {
        return entities.createQuery(
                        "select p from AttemptPage p where p.attemptId = :attempt and p.lease = :lease",
                        AttemptPage.class)
                .setParameter("attempt", attempt.view().id().value())
                .setParameter("lease", lease)
                .getResultStream()
                .findFirst();
    }

    private long countWaiting(Attempt attempt) {
        return entities.createQuery(
                        "select count(p) from AttemptPage p where p.attemptId = :attempt and p.state = :waiting"
                                + " and p.seenAt > :fresh",
                        Long.class)
                .setParameter("attempt", attempt.view().id().value())
                .setParameter("waiting", PageState.WAITING)
                .setParameter("fresh", clock.instant().minus(AttemptPage.LINGERS))
                .getSingleResult();
    }

    /** A browser meets another. */
    private record Meeting(
            Attempt attempt, AttemptPage other, Optional<AttemptPage> asking, JoiningBrowser from, String candidate) {}
}
