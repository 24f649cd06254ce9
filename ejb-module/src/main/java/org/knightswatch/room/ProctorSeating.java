package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Seating;
import org.knightswatch.identity.StaffView;
import org.knightswatch.roster.DutyService;
import org.knightswatch.roster.DutyView;
import org.knightswatch.roster.EnrolmentService;

/**
 * Spreads the proctors on duty over the rooms: no room is unwatched while anybody is on duty, then the load is kept
 * even. Candidates keep their seats whoever watches.
 */
@Stateless
public class ProctorSeating {

    @PersistenceContext
    EntityManager entities;

    @Inject
    DutyService duties;

    @Inject
    RoomService rooms;

    @Inject
    EnrolmentService enrolments;

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

    /** Takes a proctor off duty at once; others take over their rooms. Harmless when they are off already. */
    public void takeOffDuty(ExamView exam, StaffView proctor) {
        Optional<DutyView> ended = duties.end(exam.id(), proctor);
        ended.ifPresent(duty -> {
            seatsOf(exam.id()).stream()
                    .filter(seat -> duty.id().equals(seat.dutyId()))
                    .forEach(seat -> seat.give(null));
            spread(exam.id());
            reseated.fire(new ProctorsReseated(exam.id()));
        });
    }

    /** Fills what is free, the rooms nobody watches first, with whoever watches least. */
    public void settle(ExamId exam) {
        if (spread(exam)) {
            reseated.fire(new ProctorsReseated(exam));
        }
    }

    private boolean spread(ExamId exam) {
        List<ProctorSeat> seats = seatsOf(exam);
        Map<UUID, Long> load = new HashMap<>();
        duties.on(exam).forEach(duty -> load.put(duty.id(), 0L));
        seats.stream()
                .map(ProctorSeat::dutyId)
                .filter(Objects::nonNull)
                .forEach(duty -> load.merge(duty, 1L, Long::sum));
        boolean changed = false;
        for (ProctorSeat seat : seats) {
            changed |= seat.dutyId() == null && fill(seat, seats, load);
        }
        return changed;
    }

    private static boolean fill(ProctorSeat seat, List<ProctorSeat> seats, Map<UUID, Long> load) {
        List<UUID> inRoom = seats.stream()
                .filter(other -> other.roomId().equals(seat.roomId()) && other.dutyId() != null)
                .map(ProctorSeat::dutyId)
                .toList();
        Optional<UUID> least = load.entrySet().stream()
                .filter(entry -> !inRoom.contains(entry.getKey()))
                .min(Map.Entry.<UUID, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        least.ifPresent(duty -> {
            seat.give(duty);
            load.merge(duty, 1L, Long::sum);
        });
        return least.isPresent();
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
