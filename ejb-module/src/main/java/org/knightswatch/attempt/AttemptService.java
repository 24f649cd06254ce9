package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.knightswatch.exam.ExamChanged;
import org.knightswatch.exam.ExamService;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.roster.EnrolmentId;

/** Moves attempts through their states. Ending one that is over already is harmless. */
@Stateless
public class AttemptService {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ExamService exams;

    @Inject
    ServerClock clock;

    @Inject
    Event<AttemptChanged> changed;

    @Inject
    Event<AttemptEnded> ended;

    @Inject
    Event<TokensRevoked> revoked;

    @Inject
    Event<AuditFact> audit;

    public Optional<AttemptView> find(AttemptId id) {
        return Optional.ofNullable(entities.find(Attempt.class, id.value())).map(Attempt::view);
    }

    public AttemptView require(AttemptId id) {
        return find(id).orElseThrow(() -> new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, id));
    }

    /** The candidate's newest attempt. */
    public Optional<AttemptView> newest(EnrolmentId enrolment) {
        return all(enrolment).max(Comparator.comparingInt(AttemptView::number));
    }

    /** The candidate's attempt of a number; null: the newest. */
    public Optional<AttemptView> find(EnrolmentId enrolment, Integer number) {
        return number == null
                ? newest(enrolment)
                : all(enrolment).filter(attempt -> attempt.number() == number).findFirst();
    }

    /** All attempts of a candidate, the first one first. */
    public List<AttemptView> of(EnrolmentId enrolment) {
        return all(enrolment)
                .sorted(Comparator.comparingInt(AttemptView::number))
                .toList();
    }

    private Stream<AttemptView> all(EnrolmentId enrolment) {
        return entities.createQuery("select a from Attempt a where a.enrolmentId = :enrolment", Attempt.class)
                .setParameter("enrolment", enrolment.value())
                .getResultStream()
                .map(Attempt::view);
    }

    public AttemptView finish(AttemptId id) {
        return end(id, AttemptAction.FINISH, null, "");
    }

    /** Ends an attempt for good; its tokens take no part any more, uploading goes on. */
    public AttemptView terminate(AttemptId id, String by, String reason) {
        AttemptView ended = end(id, AttemptAction.TERMINATE, by, reason);
        revokeTokens(id);
        return ended;
    }

    /** Lets in who waits: from now on the attempt runs. */
    public AttemptView admit(AttemptId id, String by) {
        return change(
                id,
                AuditFact.of("ATTEMPT_ADMITTED", subject(id)).by(by),
                attempt -> attempt.admit(endOf(attempt), clock.instant()));
    }

    public AttemptView pause(AttemptId id, String by, String reason) {
        return change(
                id,
                AuditFact.of("ATTEMPT_PAUSED", subject(id)).by(by).saying(reason),
                attempt -> attempt.pause(by, reason, clock.instant()));
    }

    public AttemptView resume(AttemptId id, String by) {
        return change(
                id,
                AuditFact.of("ATTEMPT_RESUMED", subject(id)).by(by),
                attempt -> attempt.resume(endOf(attempt), clock.instant()));
    }

    public AttemptView extend(AttemptId id, Duration more, String by, String reason) {
        return change(
                id,
                AuditFact.of("ATTEMPT_EXTENDED", subject(id)).by(by).saying(more + ": " + reason),
                attempt -> attempt.extend(more, endOf(attempt)));
    }

    public void raiseHand(AttemptId id, boolean up) {
        Attempt attempt = lock(id);
        if (up && !attempt.state().isOver()) {
            attempt.raiseHand(clock.instant());
        } else {
            attempt.lowerHand();
        }
        changed.fire(new AttemptChanged(attempt.view().place()));
    }

    /** A page takes part from now on; answers false when a newer page of the same attempt does already. */
    public boolean hold(AttemptId id, long lease) {
        return lock(id).hold(lease);
    }

    public void revokeTokens(AttemptId id) {
        Attempt attempt = lock(id);
        attempt.revokeTokens(clock.instant());
        revoked.fire(new TokensRevoked(attempt.view().place(), clock.instant()));
    }

    /**
     * Notes bytes that the attempt may send; answers false when its quota is used up, and notes nothing then. The quota
     * is asked for under the lock: an attempt read before it would be an old one when its turn comes.
     */
    public boolean promise(AttemptId id, long bytes, ToLongFunction<AttemptView> quota) {
        Attempt attempt = lock(id);
        return attempt.promise(bytes, quota.applyAsLong(attempt.view()));
    }

    public AttemptView expire(Attempt attempt) {
        return close(attempt, AttemptAction.EXPIRE, null, "");
    }

    public void onExamChanged(@Observes ExamChanged event) {
        Instant end = exams.require(event.exam()).endsAt();
        entities.createQuery("select a from Attempt a where a.examId = :exam and a.endedAt is null", Attempt.class)
                .setParameter("exam", event.exam().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(attempt -> {
                    attempt.followClock(end);
                    changed.fire(new AttemptChanged(attempt.view().place()));
                });
    }

    private AttemptView end(AttemptId id, AttemptAction how, String by, String reason) {
        Attempt attempt = lock(id);
        return attempt.state().isOver() ? attempt.view() : close(attempt, how, by, reason);
    }

    private AttemptView close(Attempt attempt, AttemptAction how, String by, String reason) {
        Instant now = clock.instant();
        attempt.end(how, now);
        AttemptView view = attempt.view();
        audit.fire(AuditFact.of("ATTEMPT_" + view.state(), subject(view.id()))
                .by(by)
                .saying(reason));
        ended.fire(new AttemptEnded(view.place(), view.state(), now));
        return view;
    }

    private AttemptView change(AttemptId id, AuditFact fact, Consumer<Attempt> how) {
        Attempt attempt = lock(id);
        how.accept(attempt);
        AttemptView view = attempt.view();
        audit.fire(fact);
        changed.fire(new AttemptChanged(view.place()));
        return view;
    }

    private static String subject(AttemptId id) {
        return "attempt:" + id;
    }

    private Instant endOf(Attempt attempt) {
        return exams.require(attempt.view().exam()).endsAt();
    }

    private Attempt lock(AttemptId id) {
        Attempt attempt = entities.find(Attempt.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (attempt == null) {
            throw new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, id);
        }
        return attempt;
    }
}
