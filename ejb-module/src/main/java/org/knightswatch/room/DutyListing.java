package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamId;
import org.knightswatch.identity.Role;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;

/** Lists who watches what, who could, and what nobody watches. */
@Stateless
public class DutyListing {

    private static final String CHOICES = " from Staff s join s.roles r where r = :role and s.active = true"
            + " and (s.name like :part or lower(s.displayName) like :part)"
            + " and not exists (select d from Duty d where d.staffId = s.id and d.examId = :exam and d.toAt is null)";

    @PersistenceContext
    EntityManager entities;

    /** Who is on duty, longest first. */
    public List<DutyRow> on(ExamId exam) {
        Map<UUID, List<Integer>> rooms = rooms(exam);
        return entities.createQuery(
                        "select d.id, s.name, s.displayName, d.fromAt, d.goneAt from Duty d, Staff s where s.id = d.staffId"
                                + " and d.examId = :exam and d.toAt is null order by d.fromAt, s.name",
                        Object[].class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .map(row -> new DutyRow(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Instant) row[3],
                        (Instant) row[4],
                        rooms.getOrDefault(row[0], List.of())))
                .toList();
    }

    /** Proctors who are not on duty in this exam; {@code part} is looked for in both names, empty for all. */
    public Page<ProctorChoice> choices(ExamId exam, String part, PageRequest page) {
        String like = "%" + part.toLowerCase(Locale.ROOT) + "%";
        List<ProctorChoice> rows = entities.createQuery(
                        "select new org.knightswatch.room.ProctorChoice(s.name, s.displayName,"
                                + " (select count(o) from Duty o where o.staffId = s.id and o.toAt is null))"
                                + CHOICES + " order by lower(s.displayName), s.name",
                        ProctorChoice.class)
                .setParameter("exam", exam.value())
                .setParameter("role", Role.PROCTOR)
                .setParameter("part", like)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        long total = entities.createQuery("select count(s)" + CHOICES, Long.class)
                .setParameter("exam", exam.value())
                .setParameter("role", Role.PROCTOR)
                .setParameter("part", like)
                .getSingleResult();
        return Page.of(rows, page, total);
    }

    /** The numbers of the rooms that nobody on duty watches. */
    public List<Integer> unwatched(ExamId exam) {
        return entities.createQuery(
                        "select r.number from Room r where r.examId = :exam and not exists (select p from ProctorSeat p,"
                                + " Duty d where p.roomId = r.id and d.id = p.dutyId and d.toAt is null)"
                                + " order by r.number",
                        Integer.class)
                .setParameter("exam", exam.value())
                .getResultList();
    }

    /** How many candidates sit in each room, by its id; empty rooms are not in the answer. */
    public Map<UUID, Long> candidates(ExamId exam) {
        return entities.createQuery(
                        "select s.roomId, count(s) from Seat s where s.examId = :exam and s.enrolmentId is not null"
                                + " group by s.roomId",
                        Object[].class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    private Map<UUID, List<Integer>> rooms(ExamId exam) {
        return entities.createQuery(
                        "select p.dutyId, r.number from ProctorSeat p, Room r where r.id = p.roomId"
                                + " and r.examId = :exam and p.dutyId is not null order by r.number",
                        Object[].class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (Integer) row[1], Collectors.toList())));
    }
}
