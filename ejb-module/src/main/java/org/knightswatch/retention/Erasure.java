package org.knightswatch.retention;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.knightswatch.attempt.AttemptErasure;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.retention.Purge.Reason;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;

/**
 * Erases a candidate from an exam because somebody asked for it: words and names at once, recordings as a purge. Ids, what
 * happened when, the verdict and the audit stay.
 */
@Stateless
public class Erasure {

    private static final int LONGEST_REASON = 500;

    @Inject
    EnrolmentService enrolments;

    @Inject
    AttemptService attempts;

    @Inject
    AttemptErasure words;

    @Inject
    PurgeStart purges;

    @Inject
    Holds holds;

    @Inject
    Event<AuditFact> audit;

    /**
     * Can't be undone. Refused while an attempt goes on, and while anything of the candidate is on hold.
     *
     * @param confirmation the candidate's id, typed by whoever means it
     * @return how many attempts are purged
     */
    public int erase(ExamView exam, String candidateId, String confirmation, String reason, StaffView by) {
        EnrolmentView enrolment =
                enrolments.lock(enrolments.require(exam.id(), candidateId).id());
        if (enrolment.erasedAt() != null) {
            throw new ProctoringException(ProblemCode.CANDIDATE_ERASED);
        }
        if (confirmation == null || !confirmation.strip().equals(candidateId)) {
            throw FieldProblem.of("confirmation", ProblemCode.CONFIRMATION_WRONG, candidateId)
                    .asException();
        }
        String why = PlainText.lines("reason", reason, LONGEST_REASON);
        List<AttemptView> all = attempts.of(enrolment.id());
        all.forEach(this::requireErasable);
        Reason cause = new Reason(PurgeCause.ERASURE, "on request", by.actor());
        all.forEach(attempt -> {
            purges.begin(attempt, cause);
            words.erase(attempt.id());
        });
        enrolments.erase(enrolment.id());
        audit.fire(AuditFact.of("CANDIDATE_ERASED", "candidate:" + candidateId)
                .saying("exam " + exam.code() + ": " + why));
        return all.size();
    }

    private void requireErasable(AttemptView attempt) {
        if (!attempt.isOver()) {
            throw new ProctoringException(ProblemCode.ATTEMPT_STILL_RUNS, attempt.number());
        }
        holds.of(attempt.id()).stream().findFirst().ifPresent(hold -> {
            throw new ProctoringException(ProblemCode.ON_HOLD, hold.placedBy(), hold.reason());
        });
    }
}
