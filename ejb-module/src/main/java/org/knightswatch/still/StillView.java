package org.knightswatch.still;

import java.time.Instant;
import java.util.UUID;

/**
 * A still as others see it.
 *
 * @param at when it reached the server, at most some seconds after the candidate's camera saw it
 * @param by whose wall it was: {@code staff:} and an account name
 * @param sha256 of the picture, in hex
 */
public record StillView(UUID id, Instant at, String by, String sha256) {}
