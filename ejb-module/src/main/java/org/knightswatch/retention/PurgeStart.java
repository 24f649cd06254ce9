package org.knightswatch.retention;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.knightswatch.archive.EvidenceKeys;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.copy.CopyRows;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingRemoval;
import org.knightswatch.recording.RecordingRemoval.Begin;
import org.knightswatch.recording.RecordingSettings;
import org.knightswatch.retention.Purge.Reason;
import org.knightswatch.store.StoreSettings;

/** Begins removals: finds recordings whose time is over, and lets nothing more come to what is to go. */
@Stateless
public class PurgeStart {

    private static final int AT_ONCE = 20;

    /** Whoever of the archiver has claimed something is done with it, or has noticed. */
    private static final Duration ARCHIVER_AT_WORK = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    RecordingRemoval recordings;

    @Inject
    CopyRows copies;

    @Inject
    RecordingSettings settings;

    @Inject
    RetentionSettings retention;

    @Inject
    RetentionService rules;

    @Inject
    StoreSettings store;

    @Inject
    EvidenceKeys keys;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** Some attempts whose recordings are kept no longer, and that nothing holds. */
    public List<AttemptId> due() {
        List<AttemptId> due = new ArrayList<>();
        for (Object[] exam : exams()) {
            if (due.size() < AT_ONCE) {
                due.addAll(due((UUID) exam[0], (Integer) exam[1]));
            }
        }
        return due;
    }

    /** Begins one of them; harmless when somebody else did. */
    public void begin(AttemptId attempt) {
        AttemptView view = attempts.require(attempt);
        begin(view, new Reason(PurgeCause.RETENTION, rules.of(view.exam()).words(), "system"));
    }

    /** Begins what is not on its way yet. */
    public void begin(AttemptView attempt, Reason why) {
        Begin begun = recordings.begin(attempt.id());
        if (begun == Begin.NEEDLESS) {
            return;
        }
        Instant now = clock.instant();
        boolean late = !attempt.endedAt().plus(settings.lateWindow()).isAfter(now);
        boolean fetching = copies.stop(attempt.id());
        boolean quiet = late && begun == Begin.AT_REST && !fetching;
        Duration uploads = store.urlLife().compareTo(ARCHIVER_AT_WORK) > 0 ? store.urlLife() : ARCHIVER_AT_WORK;
        entities.persist(new Purge(attempt.id(), why, keys.current(), quiet ? now : now.plus(uploads), now));
        audit.fire(AuditFact.of("PURGE_BEGUN", "attempt:" + attempt.id()).saying(why.cause() + ": " + why.rule()));
    }

    /** Exams whose end is long enough ago, each with its days. */
    private List<Object[]> exams() {
        Instant now = clock.instant();
        List<Object[]> exams = new ArrayList<>();
        Integer byDefault = retention.byDefault().days();
        if (byDefault != null) {
            entities.createQuery(
                            "select x.id from Exam x where x.endsAt <= :latest and not exists"
                                    + " (select 1 from ExamRetention k where k.examId = x.id)",
                            UUID.class)
                    .setParameter("latest", now.minus(Duration.ofDays(byDefault)))
                    .getResultStream()
                    .forEach(exam -> exams.add(new Object[] {exam, byDefault}));
        }
        entities.createQuery(
                        "select x.id, k.days, x.endsAt from ExamRetention k join Exam x on x.id = k.examId"
                                + " where k.days is not null and x.endsAt <= :now",
                        Object[].class)
                .setParameter("now", now)
                .getResultStream()
                .filter(row -> !((Instant) row[2])
                        .plus(Duration.ofDays((Integer) row[1]))
                        .isAfter(now))
                .forEach(exams::add);
        return exams;
    }

    private List<AttemptId> due(UUID exam, int days) {
        Duration kept = Duration.ofDays(days);
        Duration longest = kept.compareTo(settings.lateWindow()) > 0 ? kept : settings.lateWindow();
        return entities.createQuery(
                        "select a.id from Attempt a where a.examId = :exam and a.endedAt <= :latest and exists"
                                + " (select 1 from Recording r where r.attemptId = a.id and r.purgingAt is null)"
                                + " and not exists (select 1 from LegalHold h where h.releasedAt is null"
                                + " and h.examId = a.examId and (h.attemptId is null or h.attemptId = a.id))"
                                + " order by a.endedAt",
                        UUID.class)
                .setParameter("exam", exam)
                .setParameter("latest", clock.instant().minus(longest))
                .setMaxResults(AT_ONCE)
                .getResultStream()
                .map(AttemptId::new)
                .toList();
    }
}
