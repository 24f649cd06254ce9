package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Seating;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentView;

/**
 * Gives candidates their seats, always the first free one in an order that is the policy: room by room, or under BALANCE
 * the first seats of all rooms before the second ones. Counting who sits where would be out of date at once when many
 * come; the order is exact however many do. The caller holds the enrolment's lock, so that one candidate is one; candidates among
 * themselves never wait for a lock of the exam, only, when a room is nearly full, for those who are about to sit down.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY) // the seat is taken with the attempt or not at all
public class SeatAllocation {

    private static final int LOOKED_AT = 16;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    ServerClock clock;

    /** The candidate's seat, the same however often asked; empty when a room has to be opened first. */
    public Optional<SeatView> claim(ExamView exam, EnrolmentView enrolment) {
        return seatOf(enrolment.id()).or(() -> claimFree(exam, enrolment)).map(Seat::view);
    }

    public Optional<SeatView> find(EnrolmentId enrolment) {
        return seatOf(enrolment).map(Seat::view);
    }

    /** Another seat, in this very room; the old one is free in the same moment. Refuses when none is free there. */
    public SeatView move(EnrolmentView enrolment, RoomView to) {
        Seat old = seatOf(enrolment.id()).orElseThrow(() -> new ProctoringException(ProblemCode.CHANGED_MEANWHILE));
        if (old.view().room().equals(to.id())) {
            throw new ProctoringException(ProblemCode.ROOM_SAME, to.number());
        }
        Seat seat = claims.claimFirst(Seat.class, freeIn(to.id()), "enrolment_id is null")
                .orElseThrow(() -> new ProctoringException(ProblemCode.ROOM_FULL, to.number()));
        old.leave();
        entities.flush(); // one seat a candidate: first the old one, then the new
        seat.take(enrolment.id(), clock.instant());
        return seat.view();
    }

    /** Whether the exam has a seat for a candidate of a group that nobody has taken. */
    public boolean hasFree(ExamView exam, String group) {
        return !freeIds(exam, group).isEmpty();
    }

    private Optional<Seat> claimFree(ExamView exam, EnrolmentView enrolment) {
        for (List<UUID> free = freeIds(exam, enrolment.group());
                !free.isEmpty();
                free = freeIds(exam, enrolment.group())) {
            UUID first = free.get(0);
            Optional<Seat> seat =
                    claims.claimFirst(Seat.class, free, "enrolment_id is null").or(() -> waitFor(first));
            if (seat.isPresent()) {
                seat.get().take(enrolment.id(), clock.instant());
                return seat;
            }
        }
        return Optional.empty();
    }

    /** All are being taken this moment: a room is opened only when they really are. */
    private Optional<Seat> waitFor(UUID id) {
        return Optional.of(entities.find(Seat.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Seat::isFree);
    }

    private List<UUID> freeIds(ExamView exam, String group) {
        String ofGroup = exam.seating() == Seating.GROUP ? " and coalesce(r.rosterGroup, '') = :group" : "";
        String order = exam.seating() == Seating.BALANCE ? "s.number, r.number" : "r.number, s.number";
        TypedQuery<UUID> query = entities.createQuery(
                "select s.id from Seat s join Room r on r.id = s.roomId"
                        + " where s.examId = :exam and s.enrolmentId is null" + ofGroup
                        + " order by " + order,
                UUID.class);
        query.setParameter("exam", exam.key()).setMaxResults(LOOKED_AT);
        if (exam.seating() == Seating.GROUP) {
            query.setParameter("group", group == null ? "" : group);
        }
        return query.getResultList();
    }

    private List<UUID> freeIn(RoomId room) {
        return entities.createQuery(
                        "select s.id from Seat s where s.roomId = :room and s.enrolmentId is null order by s.number",
                        UUID.class)
                .setParameter("room", room.value())
                .getResultList();
    }

    private Optional<Seat> seatOf(EnrolmentId enrolment) {
        return entities.createQuery("select s from Seat s where s.enrolmentId = :enrolment", Seat.class)
                .setParameter("enrolment", enrolment.value())
                .getResultStream()
                .findFirst();
    }
}
