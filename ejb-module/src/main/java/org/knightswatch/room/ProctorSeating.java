package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Seating;
import org.knightswatch.identity.StaffId;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.room.HandoverRecords.Handed;
import org.knightswatch.roster.DutyService;
import org.knightswatch.roster.DutyView;
import org.knightswatch.roster.EnrolmentService;

/**
 * Spreads the proctors on duty over the rooms: no room is unwatched while anybody is on duty, then the load is kept
 * even. Candidates keep their seats whoever watches.
 */
@Stateless
public class ProctorSeating {

    private static final int LONGEST_NOTE = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    DutyService duties;

    @Inject
    RoomService rooms;

    @Inject
    EnrolmentService enrolments;

    @Inject
    DutyListing listing;

    @Inject
    HandoverRecords handovers;

    @Inject
    Event<ProctorsReseated> reseated;

    /** Puts a proctor on duty. Answers the rooms they watch now; under FILL those open when candidates come. */
    public List<RoomView> putOnDuty(ExamView exam, StaffView proctor) {
        duties.start(exam.id(), proctor);
        if (exam.seating() == Seating.BALANCE) {
            rooms.openUpTo(exam, roomsToStaff(exam));
        }
        settle(exam.id());
        return rooms.watchedBy(exam.id(), proctor.id());
    }

    /**
     * Takes a proctor off duty at once; others take over their rooms. Harmless when they are off already.
     *
     * @param note for whoever takes over; may be null
     */
    public void takeOffDuty(ExamView exam, StaffView proctor, String note) {
        String words = note == null || note.isBlank() ? null : PlainText.lines("note", note, LONGEST_NOTE);
        List<ProctorSeat> seats = seatsOf(exam.id());
        duties.end(exam.id(), proctor)
                .ifPresent(duty -> handOver(seats, List.of(duty), HandoverReason.OFF_DUTY, words));
    }

    /**
     * Gives the rooms of those who give no sign to the others. They stay on duty, and get rooms again when they are back;
     * while nobody else is there nothing is taken from them.
     */
    public void takeFromGone(ExamId exam, Set<UUID> gone) {
        List<ProctorSeat> seats = seatsOf(exam);
        List<DutyView> there =
                duties.on(exam).stream().filter(DutyView::isThere).toList();
        List<DutyView> leaving =
                there.stream().filter(duty -> gone.contains(duty.id())).toList();
        if (!leaving.isEmpty() && leaving.size() < there.size()) {
            leaving.forEach(duties::markGone);
            handOver(seats, leaving, HandoverReason.GONE, null);
        }
    }

    /** Those who were gone gave a sign. Of many nodes that hear it one finds them gone. */
    public void comeBack(ExamId exam, Set<UUID> back) {
        seatsOf(exam); // for their lock, before anybody is asked for
        List<DutyView> returned = duties.on(exam).stream()
                .filter(duty -> !duty.isThere() && back.contains(duty.id()))
                .toList();
        returned.forEach(duties::markBack);
        settle(exam);
    }

    /**
     * Gives a room to somebody by hand.
     *
     * @param from whose place it is; null: a free one, or else the first
     */
    public void moveRoom(RoomId id, StaffView from, StaffView to, String reason) {
        String why = PlainText.line("reason", reason, LONGEST_NOTE);
        ExamId exam = rooms.require(id).exam();
        List<ProctorSeat> seats = seatsOf(exam);
        DutyView taker = duties.find(exam, to.id())
                .filter(DutyView::isThere)
                .orElseThrow(() -> new ProctoringException(ProblemCode.PROCTOR_NOT_THERE, to.displayName()));
        ProctorSeat seat = placeIn(seats, id, taker, from == null ? null : requireDuty(exam, from));
        StaffId before = staffOf(exam).get(seat.dutyId());
        seat.give(taker.id());
        handovers.handedOver(new Handed(id.value(), before, to.id()), HandoverReason.MOVED, why);
        reseated.fire(new ProctorsReseated(exam));
    }

    /** Fills what is free, the rooms nobody watches first, with whoever watches least. */
    public void settle(ExamId exam) {
        if (!duties.isWatched(exam)) {
            return;
        }
        List<ProctorSeat> filled = spread(exam, seatsOf(exam));
        if (!filled.isEmpty()) {
            tellTakers(exam, filled);
            reseated.fire(new ProctorsReseated(exam));
        }
    }

    private void handOver(List<ProctorSeat> seats, List<DutyView> leaving, HandoverReason reason, String note) {
        ExamId exam = leaving.get(0).exam();
        Map<UUID, StaffId> leavers = leaving.stream().collect(Collectors.toMap(DutyView::id, DutyView::staff));
        Map<ProctorSeat, StaffId> left = new LinkedHashMap<>();
        for (ProctorSeat seat : seats) {
            if (leavers.containsKey(seat.dutyId())) {
                left.put(seat, leavers.get(seat.dutyId()));
                seat.give(null);
            }
        }
        List<ProctorSeat> filled = spread(exam, seats);
        Map<UUID, StaffId> staff = staffOf(exam);
        left.forEach((seat, from) -> handovers.handedOver(
                new Handed(seat.roomId(), from, staff.get(watcherAfter(seat, seats))), reason, note));
        tellTakers(exam, filled.stream().filter(seat -> !left.containsKey(seat)).toList());
        reseated.fire(new ProctorsReseated(exam));
    }

    /** Whoever got the place; else whoever is in the room besides. */
    private static UUID watcherAfter(ProctorSeat left, List<ProctorSeat> seats) {
        return left.isFree()
                ? seats.stream()
                        .filter(seat -> seat.roomId().equals(left.roomId()) && !seat.isFree())
                        .findFirst()
                        .map(ProctorSeat::dutyId)
                        .orElse(null)
                : left.dutyId();
    }

    private void tellTakers(ExamId exam, List<ProctorSeat> filled) {
        Map<UUID, StaffId> staff = staffOf(exam);
        filled.forEach(seat -> handovers.taken(seat.roomId(), staff.get(seat.dutyId())));
    }

    /** Among those who are there; if nobody is, somebody on duty is still better than nobody. */
    private List<ProctorSeat> spread(ExamId exam, List<ProctorSeat> seats) {
        List<DutyView> on = duties.on(exam);
        List<DutyView> there = on.stream().filter(DutyView::isThere).toList();
        return new Spreading(
                        seats,
                        listing.candidates(exam),
                        (there.isEmpty() ? on : there)
                                .stream().map(DutyView::id).toList())
                .fill();
    }

    private static ProctorSeat placeIn(List<ProctorSeat> seats, RoomId room, DutyView taker, DutyView from) {
        List<ProctorSeat> places = seats.stream()
                .filter(seat -> seat.roomId().equals(room.value()))
                .sorted(Comparator.comparing((ProctorSeat seat) -> !seat.isFree()))
                .toList();
        if (places.isEmpty()) {
            throw new ProctoringException(ProblemCode.ROOM_WITHOUT_PROCTORS);
        }
        if (places.stream().anyMatch(place -> taker.id().equals(place.dutyId()))) {
            throw new ProctoringException(ProblemCode.ROOM_WATCHED_ALREADY);
        }
        return places.stream()
                .filter(place -> from == null || from.id().equals(place.dutyId()))
                .findFirst()
                .orElseThrow(() -> new ProctoringException(ProblemCode.CHANGED_MEANWHILE));
    }

    private DutyView requireDuty(ExamId exam, StaffView proctor) {
        return duties.find(exam, proctor.id())
                .orElseThrow(() -> new ProctoringException(ProblemCode.CHANGED_MEANWHILE));
    }

    private Map<UUID, StaffId> staffOf(ExamId exam) {
        return duties.on(exam).stream().collect(Collectors.toMap(DutyView::id, DutyView::staff));
    }

    /** First seats of all rooms, oldest room first, then second seats: one watcher for all before two for some. */
    private List<ProctorSeat> seatsOf(ExamId exam) {
        return entities.createQuery(
                        "select p from ProctorSeat p where p.roomId in (select r.id from Room r where r.examId = :exam)"
                                + " order by p.number, p.roomId",
                        ProctorSeat.class)
                .setParameter("exam", exam.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private long roomsToStaff(ExamView exam) {
        long proctors = duties.on(exam.id()).size() / Math.max(1L, exam.proctorsPerRoom());
        long needed = (enrolments.count(exam.id()) + exam.roomSize() - 1) / exam.roomSize();
        return Math.min(proctors, Math.max(needed, 1));
    }
}
