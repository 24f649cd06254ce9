package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.ExamCompleteness.CauseTotal;
import org.knightswatch.recording.ExamCompleteness.StateTotal;

/**
 * Gives account of all recordings of an exam. It rests on the last judgement of each, which is some minutes old at most
 * while an attempt runs: nothing is judged here, so that ten thousand candidates are a few sums in the database.
 */
@Stateless
public class CompletenessService {

    private static final String RECORDINGS =
            " from Recording r join Attempt a on a.id = r.attemptId where a.examId = :exam";
    private static final String WORST_FIRST = " order by r.missingMillis desc, r.gapCount desc,"
            + " case r.state when org.knightswatch.recording.RecordingState.INCOMPLETE then 0"
            + " when org.knightswatch.recording.RecordingState.RECOVERING then 1 else 2 end, r.id";

    @PersistenceContext
    EntityManager entities;

    @Inject
    RecordingSettings settings;

    @Inject
    ServerClock clock;

    public ExamCompleteness of(ExamId exam) {
        List<StateTotal> totals = totals(exam);
        Instant lastEnd = totals.stream()
                .filter(total -> total.state() == RecordingState.RECOVERING)
                .map(StateTotal::endedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new ExamCompleteness(totals, causes(exam), lastEnd == null ? null : lastEnd.plus(settings.lateWindow()));
    }

    /** Those that lack most come first. */
    public Page<CompletenessRow> worst(ExamId exam, CompletenessFilter filter, PageRequest page) {
        Map<String, Object> values = new HashMap<>(Map.of("exam", exam.value()));
        String where = RECORDINGS;
        if (filter.state() != null) {
            where += " and r.state = :state";
            values.put("state", filter.state());
        }
        if (filter.cause() != null) {
            where += " and exists (select 1 from r.losses l where l.cause = :cause)";
            values.put("cause", filter.cause());
        }
        TypedQuery<UUID> found = entities.createQuery("select r.id" + where + WORST_FIRST, UUID.class);
        TypedQuery<Long> count = entities.createQuery("select count(r)" + where, Long.class);
        values.forEach((name, value) -> {
            found.setParameter(name, value);
            count.setParameter(name, value);
        });
        List<UUID> ids =
                found.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return Page.of(rows(ids), page, count.getSingleResult());
    }

    /** All recordings of an exam in the order in which they began. */
    public List<UUID> all(ExamId exam) {
        return entities.createQuery("select r.id" + RECORDINGS + " order by r.id", UUID.class)
                .setParameter("exam", exam.value())
                .getResultList();
    }

    /** Some recordings, in the order in which they are asked for. */
    public List<CompletenessRow> rows(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Loss>> losses = losses(ids);
        Instant now = clock.instant();
        Map<UUID, CompletenessRow> rows = entities.createQuery(
                        "select r, e.candidateId, e.name, a.number, a.endedAt from Recording r join Attempt a"
                                + " on a.id = r.attemptId join Enrolment e on e.id = a.enrolmentId where r.id in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> row(row, losses, now))
                .collect(Collectors.toMap(CompletenessRow::id, Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private static CompletenessRow row(Object[] row, Map<UUID, List<Loss>> losses, Instant now) {
        Recording recording = (Recording) row[0];
        return new CompletenessRow(
                recording.id(),
                (String) row[1],
                (String) row[2],
                (Integer) row[3],
                (Instant) row[4],
                recording.judgedAt(),
                recording.summary(now),
                losses.getOrDefault(recording.id(), List.of()));
    }

    private Map<UUID, List<Loss>> losses(List<UUID> recordings) {
        return entities.createQuery(
                        "select r.id, l.cause, l.causeBy, l.explained, l.gaps, l.missingMillis from Recording r"
                                + " join r.losses l where r.id in :recordings order by l.missingMillis desc, l.cause",
                        Object[].class)
                .setParameter("recordings", recordings)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(CompletenessService::loss, Collectors.toList())));
    }

    private static Loss loss(Object[] row) {
        return new Loss((GapCause) row[1], (Gap.CauseBy) row[2], (Boolean) row[3], (Integer) row[4], (Long) row[5]);
    }

    private List<StateTotal> totals(ExamId exam) {
        return entities.createQuery(
                        "select new org.knightswatch.recording.ExamCompleteness$StateTotal(r.state, r.verified,"
                                + " count(r), sum(r.expectedMillis), sum(r.recordedMillis), sum(r.missingMillis),"
                                + " sum(r.gapCount), sum(case when r.gapCount > 0 then 1 else 0 end), min(r.judgedAt),"
                                + " max(a.endedAt))"
                                + RECORDINGS + " group by r.state, r.verified",
                        StateTotal.class)
                .setParameter("exam", exam.value())
                .getResultList();
    }

    private List<CauseTotal> causes(ExamId exam) {
        return entities.createQuery(
                        "select new org.knightswatch.recording.ExamCompleteness$CauseTotal(l.cause, l.causeBy,"
                                + " l.explained, count(r), sum(l.gaps), sum(l.missingMillis)) from Recording r join"
                                + " r.losses l join Attempt a on a.id = r.attemptId where a.examId = :exam group by"
                                + " l.cause, l.causeBy, l.explained order by sum(l.missingMillis) desc, l.cause",
                        CauseTotal.class)
                .setParameter("exam", exam.value())
                .getResultList();
    }
}
