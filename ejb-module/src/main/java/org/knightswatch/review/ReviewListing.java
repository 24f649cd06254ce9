package org.knightswatch.review;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;

/** Lists what there is to review. */
@Stateless
public class ReviewListing {

    private static final String ROW =
            "select new org.knightswatch.review.ReviewRow(a.id, x.code, e.candidateId, e.name,"
                    + " a.number, a.state, r.state, r.recordedMillis, r.expectedMillis,"
                    + " (select count(f) from Flag f where f.attemptId = a.id),"
                    + " (select max(f.severity) from Flag f where f.attemptId = a.id),"
                    + " v.verdict, s.displayName, a.endedAt)";
    private static final String FROM = " from Attempt a join Enrolment e on e.id = a.enrolmentId"
            + " join Exam x on x.id = a.examId join Recording r on r.attemptId = a.id and r.track = :camera"
            + " left join Review v on v.attemptId = a.id left join Staff s on s.id = v.reviewerId where 1 = 1";

    @PersistenceContext
    EntityManager entities;

    public Page<ReviewRow> list(ReviewFilter filter, ReviewOrder order, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        values.put("camera", Track.CAMERA);
        String where = where(filter, values);
        TypedQuery<ReviewRow> rows = entities.createQuery(ROW + FROM + where + order.clause(), ReviewRow.class);
        TypedQuery<Long> count = entities.createQuery("select count(a)" + FROM + where, Long.class);
        values.forEach((name, value) -> {
            rows.setParameter(name, value);
            count.setParameter(name, value);
        });
        rows.setFirstResult(page.offset()).setMaxResults(page.size());
        return Page.of(rows.getResultList(), page, count.getSingleResult());
    }

    /** The oldest attempt that is over and has no verdict, besides the one at hand. */
    public Optional<AttemptId> nextOpen(Optional<AttemptId> besides) {
        return entities.createQuery(
                        "select a.id from Attempt a left join Review v on v.attemptId = a.id"
                                + " where a.endedAt is not null and v.verdict is null and a.id <> :besides"
                                + " order by a.endedAt, a.id",
                        UUID.class)
                .setParameter("besides", besides.map(AttemptId::value).orElse(new UUID(0, 0)))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AttemptId::new);
    }

    private static String where(ReviewFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        if (filter.exam() != null) {
            where.append(" and x.codeKey = :exam");
            values.put("exam", filter.exam().toLowerCase(Locale.ROOT));
        }
        if (filter.text() != null) {
            where.append(" and (lower(e.name) like :text or lower(e.candidateId) like :text)");
            values.put("text", "%" + filter.text().toLowerCase(Locale.ROOT) + "%");
        }
        if (filter.state() != null) {
            where.append(" and a.state = :state");
            values.put("state", filter.state());
        }
        if (filter.recording() != null) {
            where.append(" and r.state = :recording");
            values.put("recording", filter.recording());
        }
        if (filter.verdict() != null) {
            where.append(" and v.verdict = :verdict");
            values.put("verdict", filter.verdict());
        }
        if (filter.undecided()) {
            where.append(" and v.verdict is null");
        }
        return where.toString();
    }
}
