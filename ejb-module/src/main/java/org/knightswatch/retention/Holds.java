package org.knightswatch.retention;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Places and releases legal holds: nothing that is on hold is purged or erased. */
@Stateless
public class Holds {

    private static final int LONGEST_REASON = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** Holds one attempt; refused when its removal has begun. */
    public HoldView place(AttemptId attempt, String reason, StaffView by) {
        ExamId exam = attempts.require(attempt).exam();
        boolean removing = entities.createQuery("select p from Purge p where p.attemptId = :attempt", Purge.class)
                .setParameter("attempt", attempt.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .anyMatch(Purge::isRemoving);
        if (removing) {
            throw new ProctoringException(ProblemCode.RECORDING_PURGED);
        }
        return place(exam, attempt, reason, by);
    }

    /** Holds everything of an exam, what comes later included. What is being removed at this moment still goes. */
    public HoldView place(ExamId exam, String reason, StaffView by) {
        return place(exam, null, reason, by);
    }

    public void release(AttemptId attempt, String reason, StaffView by) {
        release(attempts.require(attempt).exam(), attempt, reason, by);
    }

    public void release(ExamId exam, String reason, StaffView by) {
        release(exam, null, reason, by);
    }

    /** All that holds an attempt. */
    public List<HoldView> of(AttemptId attempt) {
        return entities.createQuery(
                        "select h from LegalHold h where h.releasedAt is null and (h.attemptId = :attempt"
                                + " or (h.attemptId is null and h.examId = :exam)) order by h.placedAt",
                        LegalHold.class)
                .setParameter("attempt", attempt.value())
                .setParameter("exam", attempts.require(attempt).exam().value())
                .getResultStream()
                .map(LegalHold::view)
                .toList();
    }

    /** What holds an exam as a whole. */
    public Optional<HoldView> of(ExamId exam) {
        return active(exam, null).map(LegalHold::view);
    }

    /** Which of an exam's attempts are on hold. */
    public Set<UUID> among(ExamId exam, List<KeptAttempt> attempts) {
        Set<UUID> held = new HashSet<>(entities.createQuery(
                        "select h.attemptId from LegalHold h where h.releasedAt is null and h.examId = :exam"
                                + " and h.attemptId is not null",
                        UUID.class)
                .setParameter("exam", exam.value())
                .getResultList());
        return of(exam).isEmpty()
                ? held
                : attempts.stream().map(KeptAttempt::id).collect(Collectors.toSet());
    }

    private HoldView place(ExamId exam, AttemptId attempt, String reason, StaffView by) {
        String why = PlainText.lines("reason", reason, LONGEST_REASON);
        if (active(exam, attempt).isPresent()) {
            throw new ProctoringException(ProblemCode.HOLD_PLACED_ALREADY);
        }
        LegalHold hold = new LegalHold(exam, attempt, why, by.displayName(), clock.instant());
        entities.persist(hold);
        entities.flush();
        audit.fire(AuditFact.of("HOLD_PLACED", subject(exam, attempt)).saying(why));
        return hold.view();
    }

    private void release(ExamId exam, AttemptId attempt, String reason, StaffView by) {
        String why = PlainText.lines("reason", reason, LONGEST_REASON);
        active(exam, attempt)
                .orElseThrow(() -> new ProctoringException(ProblemCode.HOLD_UNKNOWN))
                .release(why, by.displayName(), clock.instant());
        audit.fire(AuditFact.of("HOLD_RELEASED", subject(exam, attempt)).saying(why));
    }

    private Optional<LegalHold> active(ExamId exam, AttemptId attempt) {
        return entities.createQuery("select h from LegalHold h where h.activeKey = :key", LegalHold.class)
                .setParameter("key", LegalHold.key(exam, attempt))
                .getResultStream()
                .findFirst();
    }

    private String subject(ExamId exam, AttemptId attempt) {
        return attempt == null ? "exam:" + exams.require(exam).code() : "attempt:" + attempt;
    }
}
