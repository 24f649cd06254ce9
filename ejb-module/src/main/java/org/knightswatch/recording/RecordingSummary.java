package org.knightswatch.recording;

import java.time.Instant;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;

/**
 * What lists show of a recording: the figures of its last judgement.
 *
 * @param savedAt when the store last held more of it; null: never
 */
public record RecordingSummary(
        AttemptId attempt,
        Track track,
        RecordingState state,
        boolean verified,
        double recordedSeconds,
        double expectedSeconds,
        int gaps,
        Instant savedAt) {}
