package org.knightswatch.reconciliation;

import java.time.Instant;
import java.util.UUID;

/**
 * Something in which the store and the rows differ.
 *
 * @param attempt null when no row knows whose it is
 * @param key of the object, or of a folder with a slash at its end
 * @param seenAt when it was still so
 */
public record DifferenceView(UUID attempt, DifferenceKind kind, String key, Instant foundAt, Instant seenAt) {}
