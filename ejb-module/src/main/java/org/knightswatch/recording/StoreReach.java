package org.knightswatch.recording;

import java.time.Instant;

/**
 * Whether this server reaches the store has changed.
 *
 * @param awaySince null: it reaches it again
 */
public record StoreReach(Instant awaySince) {}
