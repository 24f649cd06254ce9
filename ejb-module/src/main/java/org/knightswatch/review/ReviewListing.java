package org.knightswatch.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.recording.RecordingListing;
import org.knightswatch.recording.RecordingSummary;
import org.knightswatch.review.ReviewRow.Listed;

/** Lists what there is to review. */
@Stateless
public class ReviewListing {

    private static final String HELD = "(select count(h) from LegalHold h where h.releasedAt is null"
            + " and h.examId = a.examId and (h.attemptId is null or h.attemptId = a.id))";
    private static final String ROW =
            "select new org.knightswatch.review.ReviewRow$Listed(a.id, x.code, e.candidateId, e.name, a.number, a.state,"
                    + " (select count(f) from Flag f where f.attemptId = a.id),"
                    + " (select max(f.severity) from Flag f where f.attemptId = a.id),"
                    + " v.verdict, s.displayName, a.endedAt, " + HELD + ")";
    private static final String FROM = " from Attempt a join Enrolment e on e.id = a.enrolmentId"
            + " join Exam x on x.id = a.examId join Recording r on r.attemptId = a.id and r.track = :camera"
            + " left join Review v on v.attemptId = a.id left join Staff s on s.id = v.reviewerId where 1 = 1";

    @PersistenceContext
    EntityManager entities;

    @Inject
    RecordingListing recordings;

    public Page<ReviewRow> list(ReviewFilter filter, ReviewOrder order, boolean descending, PageRequest page) {
        TypedQuery<Listed> query = query(ROW, filter, order.clause(descending), Listed.class);
        List<Listed> found =
                query.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        Map<AttemptId, RecordingSummary> cameras = recordings.cameras(
                found.stream().map(listed -> new AttemptId(listed.id())).toList());
        List<ReviewRow> rows = found.stream()
                .map(listed -> new ReviewRow(listed, cameras.get(new AttemptId(listed.id()))))
                .toList();
        return Page.of(rows, page, count(filter));
    }

    public long count(ReviewFilter filter) {
        return query("select count(a)", filter, "", Long.class).getSingleResult();
    }

    /** Codes of the exams that somebody has sat, the latest first. */
    public List<String> exams() {
        return entities.createQuery(
                        "select x.code from Exam x where exists (select 1 from Attempt a where a.examId = x.id)"
                                + " order by x.startsAt desc, x.code",
                        String.class)
                .getResultList();
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

    private <T> TypedQuery<T> query(String select, ReviewFilter filter, String order, Class<T> type) {
        Map<String, Object> values = new HashMap<>();
        values.put("camera", Track.CAMERA);
        String where = where(filter, values);
        TypedQuery<T> query = entities.createQuery(select + FROM + where + order, type);
        values.forEach(query::setParameter);
        return query;
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
        if (!filter.states().isEmpty()) {
            where.append(" and a.state in :states");
            values.put("states", filter.states());
        }
        if (filter.recording() != null) {
            where.append(" and r.state = :recording");
            values.put("recording", filter.recording());
        }
        if (!filter.verdicts().isEmpty()) {
            where.append(" and v.verdict in :verdicts");
            values.put("verdicts", filter.verdicts());
        }
        if (filter.undecided()) {
            where.append(" and v.verdict is null");
        }
        return where.toString();
    }
}
