package org.knightswatch.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as others see it.
 *
 * @param from CANDIDATE or PROCTOR
 * @param name of the proctor; null for the candidate
 * @param readAt when the other side saw it; null: not yet
 */
public record MessageView(UUID id, String from, String name, String text, Instant at, Instant readAt) {}
