package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Seating;
import org.knightswatch.identity.StaffId;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.roster.EnrolmentView;

/** Opens rooms and lists them. */
@Stateless
public class RoomService {

    @PersistenceContext
    EntityManager entities;

    @Inject
    SeatAllocation seats;

    @Inject
    ServerClock clock;

    @Inject
    Event<RoomOpened> opened;

    @Inject
    Event<AuditFact> audit;

    /**
     * Opens the next room for a candidate; answers false when there are seats meanwhile, or when another page of the
     * candidate has got one. Of two callers at the same moment one gets a constraint violation: the number is that of
     * the rooms there were before anybody looked, and the candidate's own seat is looked for last, because one that is
     * being taken looks free until it is theirs.
     */
    public boolean openFor(ExamView exam, EnrolmentView enrolment) {
        long there = count(exam.id());
        if (seats.hasFree(exam, enrolment.group()) || seats.find(enrolment.id()).isPresent()) {
            return false;
        }
        open(exam, there + 1, exam.seating() == Seating.GROUP ? enrolment.group() : null);
        return true;
    }

    /** Opens rooms ahead until there are so many. */
    public void openUpTo(ExamView exam, long wanted) {
        for (long there = count(exam.id()); there < wanted; there++) {
            open(exam, there + 1, null);
        }
    }

    public RoomView require(RoomId id) {
        return Optional.ofNullable(entities.find(Room.class, id.value()))
                .map(Room::view)
                .orElseThrow(() -> new ProctoringException(ProblemCode.ROOM_UNKNOWN, id));
    }

    public Page<RoomView> list(ExamId exam, PageRequest page) {
        List<Room> rooms = entities.createQuery(
                        "select r from Room r where r.examId = :exam order by r.number", Room.class)
                .setParameter("exam", exam.value())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return Page.of(rooms.stream().map(Room::view).toList(), page, count(exam));
    }

    /** All rooms of an exam by number. */
    public List<RoomView> all(ExamId exam) {
        return entities.createQuery("select r from Room r where r.examId = :exam order by r.number", Room.class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .map(Room::view)
                .toList();
    }

    /** The rooms of an exam that a proctor on duty watches. */
    public List<RoomView> watchedBy(ExamId exam, StaffId proctor) {
        return entities.createQuery(
                        "select r from Room r, ProctorSeat p, Duty d where p.roomId = r.id and d.id = p.dutyId"
                                + " and d.toAt is null and r.examId = :exam and d.staffId = :staff order by r.number",
                        Room.class)
                .setParameter("exam", exam.value())
                .setParameter("staff", proctor.value())
                .getResultStream()
                .map(Room::view)
                .toList();
    }

    /** The account names of those who watch a room. */
    public List<String> proctorsOf(RoomId room) {
        return entities.createQuery(
                        "select s.name from Staff s, ProctorSeat p, Duty d where p.roomId = :room and d.id = p.dutyId"
                                + " and d.toAt is null and s.id = d.staffId order by p.number",
                        String.class)
                .setParameter("room", room.value())
                .getResultList();
    }

    public long count(ExamId exam) {
        return entities.createQuery("select count(r) from Room r where r.examId = :exam", Long.class)
                .setParameter("exam", exam.value())
                .getSingleResult();
    }

    private void open(ExamView exam, long number, String group) {
        Room room = new Room(exam, Math.toIntExact(number), group, clock.instant());
        entities.persist(room);
        for (int i = 1; i <= room.capacity(); i++) {
            entities.persist(new Seat(room, i));
        }
        for (int i = 1; i <= room.proctorCapacity(); i++) {
            entities.persist(new ProctorSeat(room, i));
        }
        entities.flush();
        audit.fire(AuditFact.of("ROOM_OPENED", "room:" + number).saying("exam " + exam.code()));
        opened.fire(new RoomOpened(exam.id(), room.view().id()));
    }
}
