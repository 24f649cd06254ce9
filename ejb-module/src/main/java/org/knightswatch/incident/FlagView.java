package org.knightswatch.incident;

import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;

/**
 * A flag as others see it.
 *
 * @param severity 0 to 1: below 0.35 a notice, below 0.7 a concern, above serious
 * @param by a rule's name, or {@code staff:} and an account name
 */
public record FlagView(
        UUID id, AttemptId attempt, Instant at, double severity, String reason, String by, String detail) {}
