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

    /** A second: others do not record by our policy, but in full HD as well. */
    private static final long COPIED_BITS = 10_000_000;

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

    /** How many bytes all that others recorded of an attempt may have. */
    public long ofCopies(AttemptView attempt) {
        long seconds = time(attempt, exams.require(attempt.exam())).toSeconds();
        return COPIED_BITS / Byte.SIZE * Math.max(seconds, Duration.ofHours(1).toSeconds());
    }

    private long quota(AttemptView attempt) {
        ExamView exam = exams.require(attempt.exam());
        return settings.quota(exam, time(attempt, exam));
    }

    private static Duration time(AttemptView attempt, ExamView exam) {
        return Duration.between(exam.startsAt(), exam.endsAt()).plusSeconds(attempt.extraSeconds());
    }
}
