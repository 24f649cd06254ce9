package org.knightswatch.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * An attempt whose recordings are there.
 *
 * @param endedAt null: it goes on
 * @param bytes of its recordings, once: where segments lie beside the archive, the store has more
 */
public record KeptAttempt(UUID id, String candidateId, int number, Instant endedAt, long recordings, long bytes) {}
