package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingReport.TrackReport;

/** Judges recordings when something about them has changed, or when their late window is over. */
@Stateless
public class RecordingJudge {

    private static final int AT_ONCE = 20;

    /** A gap grows while nothing comes, so a running recording is judged without being asked. */
    private static final Duration OFTEN = Duration.ofMinutes(1);
    /** All that is held is looked at each time: the longer it lasts, the more that is, and the less a minute changes. */
    private static final Duration SELDOM = Duration.ofMinutes(5);

    private static final int PART = 30;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Recordings recordings;

    @Inject
    RecordingService reports;

    @Inject
    Takes takes;

    @Inject
    AttemptService attempts;

    @Inject
    RecordingSettings settings;

    @Inject
    ServerClock clock;

    @Inject
    Event<RecordingJudged> judged;

    @Inject
    Event<Suspicion> suspicions;

    @Inject
    Event<RowsChanged> rows;

    /** Judges some that are due; answers how many. */
    public int judgeSome() {
        // Else each query would first look for changes in all that were judged before it
        entities.setFlushMode(FlushModeType.COMMIT);
        List<Recordings.DueRecording> due = recordings.claimDue(AT_ONCE);
        due.forEach(this::judge);
        return due.size();
    }

    private void judge(Recordings.DueRecording due) {
        AttemptView attempt = attempts.require(due.attempt());
        Instant windowEnds = attempt.isOver() ? attempt.endedAt().plus(settings.lateWindow()) : null;
        if (windowEnds != null && !clock.instant().isBefore(windowEnds)) {
            takes.closeForGood(due.attempt(), due.track());
        }
        RecordingService.Judged judgement = reports.judge(due.attempt(), due.track());
        judgement.doubts().forEach(doubt -> suspicions.fire(doubt.suspicion()));
        TrackReport report = judgement.report();
        if (recordings.judged(due, report, next(report.state(), attempt, windowEnds))) {
            judged.fire(new RecordingJudged(attempt.place(), due.track(), report.state()));
        }
        if (attempt.isOver()) {
            rows.fire(new RowsChanged(due.attempt()));
        }
    }

    private Instant next(RecordingState state, AttemptView attempt, Instant windowEnds) {
        return switch (state) {
            case OPEN -> clock.instant().plus(whileRunning(Duration.between(attempt.joinedAt(), clock.instant())));
            case RECOVERING -> windowEnds;
            // Whole as it is, it is judged once more: until then another browser may bring more
            case COMPLETE -> clock.instant().isBefore(windowEnds) ? windowEnds : null;
            case INCOMPLETE -> null;
        };
    }

    static Duration whileRunning(Duration lasted) {
        Duration part = lasted.dividedBy(PART);
        Duration least = part.compareTo(OFTEN) > 0 ? part : OFTEN;
        return least.compareTo(SELDOM) < 0 ? least : SELDOM;
    }
}
