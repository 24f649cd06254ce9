package org.knightswatch.transcript;

import java.time.Instant;
import java.util.List;

/**
 * How far rebuilding the rows from the store has come.
 *
 * @param endedAt null while it runs, or when the node that ran it is gone
 * @param attempts looked at so far
 * @param attemptsAdded of which something was missing
 * @param findings what could not be put back, or is not to be trusted: where, and why
 */
public record RecoveryView(
        Instant startedAt,
        Instant endedAt,
        boolean underWay,
        int attempts,
        int attemptsAdded,
        long rowsAdded,
        List<String> findings) {}
