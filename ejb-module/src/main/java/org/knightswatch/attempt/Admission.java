package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.room.SeatAllocation;
import org.knightswatch.room.SeatView;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;

/** Lets a candidate in: the attempt and the seat, in one transaction. */
@Stateless
public class Admission {

    @PersistenceContext
    EntityManager entities;

    @Inject
    EnrolmentService enrolments;

    @Inject
    SeatAllocation seats;

    @Inject
    AttemptService attempts;

    @Inject
    Allowances allowances;

    @Inject
    Pages pages;

    @Inject
    Sightings sightings;

    @Inject
    ServerClock clock;

    @Inject
    Event<AttemptStarted> started;

    @Inject
    Event<AuditFact> audit;

    /** The attempt and the lease of the page that joins; empty when a room has to be opened first. */
    public Optional<Admitted> admit(ExamView exam, EnrolmentId id, Newcomer newcomer) {
        EnrolmentView enrolment = enrolments.lock(id);
        Optional<Attempt> current = current(id);
        FurtherAttempts further = allowances.after(exam, current.map(Attempt::view));
        int number = further.meant(newcomer.attempt());
        if (number < further.taken()) {
            throw new ProctoringException(
                    ProblemCode.ATTEMPT_ENDED,
                    attempts.find(id, number).map(AttemptView::state).orElseThrow());
        }
        if (number == further.taken()) {
            return Optional.of(again(exam, current.orElseThrow(), newcomer, actor(enrolment)));
        }
        if (!exam.isOpen(clock.instant())) {
            throw new ProctoringException(ProblemCode.EXAM_NOT_OPEN, exam.startsAt(), exam.endsAt());
        }
        return seats.claim(exam, enrolment).map(seat -> begin(exam, enrolment, seat, newcomer, number));
    }

    private Admitted again(ExamView exam, Attempt attempt, Newcomer newcomer, String candidate) {
        AttemptView view = attempt.view();
        if (view.isOver() || attempt.isDue(clock.instant())) {
            throw new ProctoringException(ProblemCode.ATTEMPT_ENDED, view.state());
        }
        return pages.enter(exam, attempt, newcomer, candidate);
    }

    private Admitted begin(ExamView exam, EnrolmentView enrolment, SeatView seat, Newcomer newcomer, int number) {
        Attempt attempt = Attempt.start(exam, enrolment, seat, number, clock.instant());
        entities.persist(attempt);
        long lease = pages.first(attempt, newcomer.browser());
        entities.flush();
        AttemptView view = attempt.view();
        sightings.note(view.id(), SightingKind.JOINED);
        audit.fire(AuditFact.of("ATTEMPT_STARTED", "attempt:" + view.id())
                .by(actor(enrolment))
                .saying("exam " + exam.code() + ", seat " + seat.number() + ", attempt " + number));
        started.fire(new AttemptStarted(view.place()));
        return new Admitted(view, lease, false);
    }

    /** Locked: an earlier page of it may be uploading at this moment. */
    private Optional<Attempt> current(EnrolmentId enrolment) {
        return entities.createQuery(
                        "select a from Attempt a where a.enrolmentId = :enrolment order by a.number desc",
                        Attempt.class)
                .setParameter("enrolment", enrolment.value())
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private static String actor(EnrolmentView enrolment) {
        return "candidate:" + enrolment.candidateId();
    }
}
