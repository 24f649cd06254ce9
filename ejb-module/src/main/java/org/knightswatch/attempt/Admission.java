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
    Sightings sightings;

    @Inject
    ServerClock clock;

    @Inject
    Event<AttemptStarted> started;

    @Inject
    Event<AuditFact> audit;

    /** The attempt and the lease of the page that joins; empty when a room has to be opened first. */
    public Optional<Admitted> admit(ExamView exam, EnrolmentId id) {
        EnrolmentView enrolment = enrolments.lock(id);
        Optional<Attempt> current = current(id);
        if (current.isPresent()) {
            return Optional.of(again(current.get()));
        }
        if (!exam.isOpen(clock.instant())) {
            throw new ProctoringException(ProblemCode.EXAM_NOT_OPEN, exam.startsAt(), exam.endsAt());
        }
        return seats.claim(exam, enrolment).map(seat -> first(exam, enrolment, seat));
    }

    private Admitted again(Attempt attempt) {
        AttemptView view = attempt.view();
        if (view.isOver() || attempt.isDue(clock.instant())) {
            throw new ProctoringException(ProblemCode.ATTEMPT_ENDED, view.state());
        }
        return new Admitted(view, attempt.join());
    }

    private Admitted first(ExamView exam, EnrolmentView enrolment, SeatView seat) {
        Attempt attempt = Attempt.start(exam, enrolment, seat, 1, clock.instant());
        long lease = attempt.join();
        entities.persist(attempt);
        entities.flush();
        AttemptView view = attempt.view();
        sightings.note(view.id(), SightingKind.JOINED);
        audit.fire(AuditFact.of("ATTEMPT_STARTED", "attempt:" + view.id())
                .by("candidate:" + enrolment.candidateId())
                .saying("exam " + exam.code() + ", seat " + seat.number()));
        started.fire(new AttemptStarted(view.place()));
        return new Admitted(view, lease);
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

    /** Somebody who is in. */
    public record Admitted(AttemptView attempt, long lease) {}
}
