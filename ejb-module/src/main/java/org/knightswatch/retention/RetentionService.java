package org.knightswatch.retention;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingSettings;
import org.knightswatch.retention.RetentionPreview.Dates;

/** Says how long the recordings of an exam are kept, what that would purge, and changes it. */
@Stateless
public class RetentionService {

    private static final String KEPT =
            "select new org.knightswatch.retention.KeptAttempt(a.id, e.candidateId, a.number, a.endedAt,"
                    + " (select count(r) from Recording r where r.attemptId = a.id),"
                    + " (select coalesce(sum(t.objectBytes), 0) from Take t where t.attemptId = a.id)"
                    + " + (select coalesce(sum(s.bytes), 0) from Segment s join Take t on t.id = s.key.takeId"
                    + " where t.attemptId = a.id and t.objectBytes is null)"
                    + " + (select coalesce(sum(c.objectBytes), 0) from RecordingCopy c where c.attemptId = a.id))"
                    + " from Attempt a join Enrolment e on e.id = a.enrolmentId where a.examId = :exam and exists"
                    + " (select 1 from Recording r where r.attemptId = a.id and r.purgingAt is null)";

    @PersistenceContext
    EntityManager entities;

    @Inject
    RetentionSettings settings;

    @Inject
    RecordingSettings recordings;

    @Inject
    Holds holds;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** The rule in force. */
    public RetentionRule of(ExamId exam) {
        ExamRetention own = entities.find(ExamRetention.class, exam.value());
        return own == null ? settings.byDefault() : own.rule();
    }

    /** How many days candidates are told: the exam's own, or what the settings promise; null: no end is set. */
    public Integer told(ExamId exam) {
        RetentionRule rule = of(exam);
        return rule.own() ? rule.days() : Integer.valueOf(settings.promised());
    }

    /** What the rule in force purges. */
    public RetentionPreview preview(ExamView exam) {
        return preview(exam, of(exam.id()));
    }

    /** What another rule would purge. */
    public RetentionPreview preview(ExamView exam, Keep keep, Integer days) {
        return preview(exam, rule(keep, days));
    }

    /** Puts a rule in force. What is over by it begins to go within a minute. */
    public RetentionPreview change(ExamView exam, Keep keep, Integer days) {
        RetentionRule rule = rule(keep, days);
        RetentionRule before = of(exam.id());
        ExamRetention own = entities.find(ExamRetention.class, exam.key(), LockModeType.PESSIMISTIC_WRITE);
        if (keep == Keep.DEFAULT && own != null) {
            entities.remove(own);
        } else if (keep != Keep.DEFAULT) {
            ExamRetention kept = own == null ? new ExamRetention(exam.id()) : own;
            kept.keep(days, clock.instant());
            entities.persist(kept);
        }
        entities.flush();
        RetentionPreview preview = preview(exam, rule);
        audit.fire(AuditFact.of("RETENTION_CHANGED", "exam:" + exam.code())
                .saying(rule.words() + "; before: " + before.words() + "; recordings that go by it: "
                        + preview.all().recordings() + ", at once "
                        + preview.now().recordings()));
        return preview;
    }

    private RetentionRule rule(Keep keep, Integer days) {
        if (keep == null) {
            throw FieldProblem.of("keep", ProblemCode.FIELD_MISSING).asException();
        }
        keep.check(days);
        return keep == Keep.DEFAULT ? settings.byDefault() : new RetentionRule(days, true);
    }

    private RetentionPreview preview(ExamView exam, RetentionRule rule) {
        List<KeptAttempt> attempts = entities.createQuery(KEPT, KeptAttempt.class)
                .setParameter("exam", exam.key())
                .getResultList();
        Dates dates = new Dates(exam.endsAt(), recordings.lateWindow());
        return RetentionPreview.of(rule, dates, attempts, holds.among(exam.id(), attempts), clock.instant());
    }
}
