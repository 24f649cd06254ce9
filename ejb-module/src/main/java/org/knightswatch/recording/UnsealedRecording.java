package org.knightswatch.recording;

import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;

/**
 * A recording that is to be sealed, as it was judged at last.
 *
 * @param sealingAt the moment that its manifest names
 * @param key the key that signs it
 */
public record UnsealedRecording(
        UUID id,
        AttemptId attempt,
        Track track,
        RecordingState state,
        long expectedMillis,
        long recordedMillis,
        Instant sealingAt,
        String key) {}
