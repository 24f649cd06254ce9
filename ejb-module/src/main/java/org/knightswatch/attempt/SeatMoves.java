package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.Seating;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.room.ProctorsReseated;
import org.knightswatch.room.RoomId;
import org.knightswatch.room.RoomService;
import org.knightswatch.room.RoomView;
import org.knightswatch.room.SeatAllocation;
import org.knightswatch.room.SeatView;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentService;
import org.knightswatch.roster.EnrolmentView;

/** Seats a candidate elsewhere, by hand. The attempt goes on; only who watches it changes. */
@Stateless
public class SeatMoves {

    private static final int LONGEST_REASON = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    @Inject
    RoomService rooms;

    @Inject
    SeatAllocation seats;

    @Inject
    Event<AttemptChanged> changed;

    @Inject
    Event<ProctorsReseated> reseated;

    @Inject
    Event<AuditFact> audit;

    /** Takes the same locks as joining, in the same order: enrolment, attempt, seat. */
    public AttemptView move(AttemptId id, RoomId to, String reason) {
        String why = PlainText.line("reason", reason, LONGEST_REASON);
        EnrolmentView enrolment = enrolments.lock(enrolmentOf(id));
        Attempt attempt = entities.find(Attempt.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        AttemptView before = attempt.view();
        if (before.isOver()) {
            throw new ProctoringException(ProblemCode.ATTEMPT_NOT_RUNNING, before.state());
        }
        SeatView seat = seats.move(enrolment, requireFor(enrolment, to));
        attempt.sit(seat);
        entities.flush();
        audit.fire(AuditFact.of("ATTEMPT_MOVED", "attempt:" + id).saying(says(before, seat) + ": " + why));
        changed.fire(new AttemptChanged(attempt.view().place()));
        reseated.fire(new ProctorsReseated(before.exam()));
        return attempt.view();
    }

    private EnrolmentId enrolmentOf(AttemptId id) {
        return entities.createQuery("select a.enrolmentId from Attempt a where a.id = :id", UUID.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(EnrolmentId::new)
                .orElseThrow(() -> new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, id));
    }

    private RoomView requireFor(EnrolmentView enrolment, RoomId id) {
        RoomView room = rooms.require(id);
        if (!room.exam().equals(enrolment.exam())) {
            throw new ProctoringException(ProblemCode.ROOM_UNKNOWN, id);
        }
        boolean apart = exams.require(room.exam()).seating() == Seating.GROUP;
        String group = enrolment.group() == null ? "" : enrolment.group();
        if (apart && !group.equals(room.group() == null ? "" : room.group())) {
            throw new ProctoringException(ProblemCode.ROOM_OF_OTHER_GROUP, room.number());
        }
        return room;
    }

    private String says(AttemptView before, SeatView seat) {
        return "room " + rooms.require(before.room()).number() + " seat " + before.seat() + " to room "
                + rooms.require(seat.room()).number() + " seat " + seat.number();
    }
}
