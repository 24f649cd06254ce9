package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** All that was ever seated in some rooms, in the order of their seats. */
    public List<AttemptRow> in(Collection<RoomId> rooms) {
        return rooms.isEmpty()
                ? List.of()
                : rows(entities.createQuery(
                                SELECT + " where a.roomId in :rooms order by r.number, a.seatNumber, a.number",
                                Object[].class)
                        .setParameter("rooms", rooms.stream().map(RoomId::value).toList()));
    }

    public Optional<AttemptRow> find(AttemptId attempt) {
        return rows(entities.createQuery(SELECT + " where a.id = :attempt", Object[].class)
                        .setParameter("attempt", attempt.value()))
                .stream()
                .findFirst();
    }

    public List<AttemptRow> of(Collection<AttemptId> attempts) {
        return attempts.isEmpty()
                ? List.of()
                : rows(entities.createQuery(SELECT + " where a.id in :attempts", Object[].class)
                        .setParameter(
                                "attempts",
                                attempts.stream().map(AttemptId::value).toList()));
    }

    /** How many attempts of an exam stand where. */
    public Map<AttemptState, Long> countByState(ExamId exam) {
        return entities.createQuery(
                        "select a.state, count(a) from Attempt a where a.examId = :exam group by a.state",
                        Object[].class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .collect(Collectors.toMap(row -> (AttemptState) row[0], row -> (Long) row[1]));
    }

    private static List<AttemptRow> rows(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row ->
                        new AttemptRow(((Attempt) row[0]).view(), (String) row[1], (String) row[2], (Integer) row[3]))
                .toList();
    }
}
