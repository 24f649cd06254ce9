package org.knightswatch.retention;

import java.time.Instant;
import java.util.List;

/**
 * How long the recordings of one attempt are kept.
 *
 * @param rule in words
 * @param purgeAt from when they go, unless something holds them; null: never, or not known yet
 * @param purge their removal; null: it has not begun
 */
public record AttemptRetention(String rule, Instant purgeAt, List<HoldView> holds, PurgeView purge) {}
