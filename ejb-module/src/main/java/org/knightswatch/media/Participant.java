package org.knightswatch.media;

import java.time.Duration;

/**
 * Somebody who is to come into a room.
 *
 * @param id what the provider knows them by; ours, never a name
 * @param publishes candidates send, proctors only receive
 * @param life how long the grant is good for
 */
public record Participant(String id, boolean publishes, Duration life) {}
