package org.knightswatch.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.recording.RecordingSettings;

/** Says how long single attempts are kept, and what became of those that are not. */
@Stateless
public class Purges {

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    RetentionService rules;

    @Inject
    RecordingSettings recordings;

    @Inject
    Holds holds;

    public AttemptRetention of(AttemptId id) {
        AttemptView attempt = attempts.require(id);
        ExamView exam = exams.require(attempt.exam());
        RetentionRule rule = rules.of(exam.id());
        Instant due = rule.dueAt(exam.endsAt(), attempt.endedAt(), recordings.lateWindow())
                .orElse(null);
        return new AttemptRetention(
                rule.words(), due, holds.of(id), find(id).map(Purge::view).orElse(null));
    }

    /** What was signed of a removal, as a file: before its end what is to go. */
    public byte[] certificate(AttemptId attempt) {
        return find(attempt)
                .map(Purge::certificate)
                .orElseThrow(() -> new ProctoringException(ProblemCode.CERTIFICATE_UNKNOWN))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** All removals of an exam, the newest first. */
    public Page<PurgeRow> list(ExamId exam, PageRequest page) {
        String from = " from Purge p join Attempt a on a.id = p.attemptId join Enrolment e on e.id = a.enrolmentId"
                + " where a.examId = :exam";
        List<PurgeRow> rows = entities.createQuery(
                        "select p, e.candidateId, a.number" + from + " order by p.begunAt desc, p.id", Object[].class)
                .setParameter("exam", exam.value())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(row -> new PurgeRow((String) row[1], (Integer) row[2], ((Purge) row[0]).view()))
                .toList();
        long total = entities.createQuery("select count(p)" + from, Long.class)
                .setParameter("exam", exam.value())
                .getSingleResult();
        return Page.of(rows, page, total);
    }

    private Optional<Purge> find(AttemptId attempt) {
        return entities.createQuery("select p from Purge p where p.attemptId = :attempt", Purge.class)
                .setParameter("attempt", attempt.value())
                .getResultStream()
                .findFirst();
    }

    /** A removal with the id of its candidate. */
    public record PurgeRow(String candidateId, int number, PurgeView purge) {}
}
