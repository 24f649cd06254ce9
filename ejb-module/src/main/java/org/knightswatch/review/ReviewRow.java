package org.knightswatch.review;

import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.recording.RecordingState;

/**
 * An attempt as the review list shows it. The recording is the camera's.
 *
 * @param severity of the gravest flag; null when there is none
 * @param verdict null: open
 */
public record ReviewRow(
        UUID attemptId,
        String examCode,
        String candidateId,
        String name,
        int number,
        AttemptState state,
        RecordingState recording,
        long recordedMillis,
        long expectedMillis,
        long flags,
        Double severity,
        Verdict verdict,
        String reviewer,
        Instant endedAt) {

    public long missingMillis() {
        return Math.max(0, expectedMillis - recordedMillis);
    }
}
