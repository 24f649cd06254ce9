package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;

/** Knows who may have another attempt, and allows single candidates one more. */
@Stateless
public class Allowances {

    private static final int LONGEST_REASON = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    EnrolmentService enrolments;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** One more attempt after the newest, which is over. Takes the lock that joining takes. */
    public FurtherAttempts allow(ExamView exam, EnrolmentId candidate, String reason) {
        String why = PlainText.line("reason", reason, LONGEST_REASON);
        EnrolmentView enrolment = enrolments.lock(candidate);
        FurtherAttempts before = of(exam, candidate);
        if (!before.isAllowable()) {
            throw new ProctoringException(
                    before.unused() ? ProblemCode.ATTEMPT_ALLOWED_ALREADY : ProblemCode.ATTEMPT_NOT_OVER);
        }
        entities.persist(new Allowance(candidate, before.taken(), before.allowed() + 1, clock.instant()));
        entities.flush();
        FurtherAttempts after = of(exam, candidate);
        audit.fire(AuditFact.of("ATTEMPT_ALLOWED", "candidate:" + enrolment.candidateId())
                .saying("exam " + exam.code() + ", attempt " + (before.taken() + 1) + " of " + after.allowed() + ": "
                        + why));
        return after;
    }

    public FurtherAttempts of(ExamView exam, EnrolmentId candidate) {
        return of(exam, List.of(candidate)).get(candidate);
    }

    /** How it stands with each of some candidates of an exam. */
    public Map<EnrolmentId, FurtherAttempts> of(ExamView exam, Collection<EnrolmentId> candidates) {
        Map<EnrolmentId, AttemptView> newest = newest(candidates);
        Map<EnrolmentId, Allowance> given = given(candidates);
        return candidates.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> FurtherAttempts.of(
                                exam.attempts(),
                                Optional.ofNullable(newest.get(id)),
                                Optional.ofNullable(given.get(id)))));
    }

    /** The same for whom the newest attempt is known of; without an end of it nobody asks for allowances. */
    public FurtherAttempts after(ExamView exam, Optional<AttemptView> newest) {
        Optional<Allowance> allowance = newest.filter(AttemptView::isOver)
                .map(attempt -> given(List.of(attempt.enrolment())).get(attempt.enrolment()));
        return FurtherAttempts.of(exam.attempts(), newest, allowance);
    }

    private Map<EnrolmentId, AttemptView> newest(Collection<EnrolmentId> candidates) {
        return entities.createQuery(
                        "select a from Attempt a where a.enrolmentId in :candidates order by a.number", Attempt.class)
                .setParameter("candidates", values(candidates))
                .getResultStream()
                .map(Attempt::view)
                .collect(Collectors.toMap(AttemptView::enrolment, Function.identity(), (one, later) -> later));
    }

    private Map<EnrolmentId, Allowance> given(Collection<EnrolmentId> candidates) {
        return entities.createQuery(
                        "select g from Allowance g where g.enrolmentId in :candidates order by g.afterNumber",
                        Allowance.class)
                .setParameter("candidates", values(candidates))
                .getResultStream()
                .collect(Collectors.toMap(Allowance::enrolment, Function.identity(), (one, later) -> later));
    }

    private static List<UUID> values(Collection<EnrolmentId> candidates) {
        return candidates.stream().map(EnrolmentId::value).toList();
    }
}
