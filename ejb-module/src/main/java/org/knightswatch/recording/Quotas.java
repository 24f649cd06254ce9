package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** Counts what an attempt may send. Asking again for the same sequence, after an outage, counts nothing. */
@Stateless
public class Quotas {

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    RecordingSettings settings;

    public void promise(TakeView view, List<SegmentDraft> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Take take = entities.find(Take.class, view.key(), LockModeType.PESSIMISTIC_WRITE);
        long bytes = take.promise(wanted);
        if (bytes > 0 && !attempts.promise(view.attempt(), bytes, this::quota)) {
            throw new ProctoringException(ProblemCode.QUOTA_EXCEEDED);
        }
    }

    /** How many bytes an attempt may have; what others recorded of it may have as many again. */
    public long quota(AttemptView attempt) {
        ExamView exam = exams.require(attempt.exam());
        Duration time = Duration.between(exam.startsAt(), exam.endsAt()).plusSeconds(attempt.extraSeconds());
        return settings.quota(exam, time);
    }
}
