package org.knightswatch.attempt;

import java.time.Instant;

/**
 * Whether a candidate is there.
 *
 * @param lastSeenAt the last beat, or the join when there was none yet
 */
public record PresenceView(PresenceState state, Instant lastSeenAt) {}
