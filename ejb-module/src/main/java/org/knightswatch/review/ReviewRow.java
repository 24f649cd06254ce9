package org.knightswatch.review;

import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.recording.RecordingSummary;

/**
 * An attempt as the review list shows it.
 *
 * @param recording the camera's
 */
public record ReviewRow(Listed attempt, RecordingSummary recording) {

    /**
     * Who sat it, and what was made of it so far.
     *
     * @param flags how many
     * @param severity of the gravest flag; null when there is none
     * @param verdict null: open
     * @param holds how many keep it from being purged or erased
     */
    public record Listed(
            UUID id,
            String examCode,
            String candidateId,
            String name,
            int number,
            AttemptState state,
            long flags,
            Double severity,
            Verdict verdict,
            String reviewer,
            Instant endedAt,
            long holds) {}
}
