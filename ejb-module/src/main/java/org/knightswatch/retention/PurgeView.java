package org.knightswatch.retention;

import java.time.Instant;
import java.util.List;

/**
 * The removal of an attempt's recordings.
 *
 * @param rule what was in force, in words
 * @param removingAt from when objects were deleted; null: not yet
 * @param purgedAt when all of them were gone; null: not yet
 * @param refused what the store would not delete when that was last tried
 * @param fault what keeps it from going on; null: nothing
 */
public record PurgeView(
        String attemptId,
        PurgeCause cause,
        String rule,
        Instant begunAt,
        Instant removingAt,
        Instant purgedAt,
        List<String> refused,
        String fault) {}
