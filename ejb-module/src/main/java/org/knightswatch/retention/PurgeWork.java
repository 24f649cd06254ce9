package org.knightswatch.retention;

import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;

/**
 * A removal that somebody has to go on with now.
 *
 * @param key id of the key that signs
 * @param plans how many plans were made so far
 * @param plan the certificate of the newest; null before the first
 */
record PurgeWork(
        UUID id,
        AttemptId attempt,
        PurgeCause cause,
        String rule,
        String askedBy,
        Instant begunAt,
        String key,
        int plans,
        String plan) {}
