package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.room.RoomId;

/** Lists attempts. */
@Stateless
public class AttemptListing {

    private static final String FROM =
            " from Attempt a join Enrolment e on e.id = a.enrolmentId join Room r on r.id = a.roomId";
    private static final String SELECT = "select a, e.candidateId, e.name, r.number" + FROM;
    private static final String NEWEST =
            " and not exists (select 1 from Attempt b where b.enrolmentId = a.enrolmentId and b.number > a.number)";

    @PersistenceContext
    EntityManager entities;

    /** The attempts of an exam in the order of their seats. */
    public Page<AttemptRow> of(ExamId exam, Optional<AttemptState> state, PageRequest page) {
        String where = " where a.examId = :exam" + (state.isPresent() ? " and a.state = :state" : "");
        TypedQuery<Object[]> rows =
                entities.createQuery(SELECT + where + " order by r.number, a.seatNumber, a.number", Object[].class);
        TypedQuery<Long> count = entities.createQuery("select count(a)" + FROM + where, Long.class);
        List.of(rows, count).forEach(query -> {
            query.setParameter("exam", exam.value());
            state.ifPresent(wanted -> query.setParameter("state", wanted));
        });
        rows.setFirstResult(page.offset()).setMaxResults(page.size());
        return Page.of(rows(rows), page, count.getSingleResult());
    }

    /** Whoever was ever seated in some rooms, each by the newest attempt, in the order of their seats. */
    public List<AttemptRow> in(Collection<RoomId> rooms) {
        return rooms.isEmpty()
                ? List.of()
                : rows(entities.createQuery(
                                SELECT + " where a.roomId in :rooms" + NEWEST
                                        + " order by r.number, a.seatNumber, a.number",
                                Object[].class)
                        .setParameter("rooms", rooms.stream().map(RoomId::value).toList()));
    }

    public Optional<AttemptRow> find(AttemptId attempt) {
        return rows(entities.createQuery(SELECT + " where a.id = :attempt", Object[].class)
                        .setParameter("attempt", attempt.value()))
                .stream()
                .findFirst();
    }

    /** Those of some attempts that are their candidates' newest. */
    public List<AttemptRow> newestOf(Collection<AttemptId> attempts) {
        return attempts.isEmpty()
                ? List.of()
                : rows(entities.createQuery(SELECT + " where a.id in :attempts" + NEWEST, Object[].class)
                        .setParameter(
                                "attempts",
                                attempts.stream().map(AttemptId::value).toList()));
    }

    /** Everybody who takes part in an exam now. */
    public List<Seated> running(ExamId exam) {
        return entities.createQuery(
                        "select a.id, a.roomId, a.joinedAt from Attempt a where a.examId = :exam and a.endedAt is null",
                        Object[].class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .map(row -> new Seated(new AttemptId((UUID) row[0]), new RoomId((UUID) row[1]), (Instant) row[2]))
                .toList();
    }

    /** Those who take part, and whose candidate's id or name holds {@code part}, by name. */
    public List<AttemptRow> search(ExamId exam, String part, int most) {
        return rows(entities.createQuery(
                        SELECT + " where a.examId = :exam and a.endedAt is null and (lower(e.candidateId) like :part"
                                + " or lower(e.name) like :part) order by e.name, e.candidateId",
                        Object[].class)
                .setParameter("exam", exam.value())
                .setParameter("part", "%" + part.toLowerCase(Locale.ROOT) + "%")
                .setMaxResults(most));
    }

    /** How many candidates have taken part in an exam. */
    public long countCandidates(ExamId exam) {
        return entities.createQuery(
                        "select count(distinct a.enrolmentId) from Attempt a where a.examId = :exam", Long.class)
                .setParameter("exam", exam.value())
                .getSingleResult();
    }

    private static List<AttemptRow> rows(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row ->
                        new AttemptRow(((Attempt) row[0]).view(), (String) row[1], (String) row[2], (Integer) row[3]))
                .toList();
    }
}
