package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One recording in the account of its exam.
 *
 * @param id of the recording
 * @param number of the attempt
 * @param endedAt of the attempt; null: it goes on
 * @param judgedAt when these figures were true
 * @param losses what is missing by cause, the longest first
 */
public record CompletenessRow(
        UUID id,
        String candidateId,
        String name,
        int number,
        Instant endedAt,
        Instant judgedAt,
        RecordingSummary summary,
        List<Loss> losses) {

    /** The cause that cost most; null when nothing is missing, or when that was not judged by cause yet. */
    public Loss worst() {
        return losses.isEmpty() ? null : losses.get(0);
    }
}
