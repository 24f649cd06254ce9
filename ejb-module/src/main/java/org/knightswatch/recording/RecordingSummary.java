package org.knightswatch.recording;

import java.time.Instant;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.RecordingReport.TrackReport;

/**
 * What lists show of a recording: the figures of its last judgement.
 *
 * @param missingSeconds of all gaps together
 * @param savedAt when the store last held more of it; null: never
 * @param purgedAt when all that was recorded was removed; null: it was not
 * @param settled the figures are true until something else happens; else they are those of a while ago
 */
public record RecordingSummary(
        AttemptId attempt,
        Track track,
        RecordingState state,
        boolean verified,
        double recordedSeconds,
        double expectedSeconds,
        int gaps,
        double missingSeconds,
        Instant savedAt,
        Instant purgedAt,
        boolean settled) {

    /** The same recording as a fresh report has it. */
    RecordingSummary as(TrackReport report) {
        return new RecordingSummary(
                attempt,
                track,
                report.state(),
                report.verified(),
                report.recordedSeconds(),
                report.expectedSeconds(),
                report.gaps().size(),
                report.missingSeconds(),
                savedAt,
                purgedAt,
                true);
    }
}
