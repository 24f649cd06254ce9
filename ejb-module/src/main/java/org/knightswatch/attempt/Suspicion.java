package org.knightswatch.attempt;

import java.time.Instant;

/**
 * What a rule found worth a look. Firing it inside a transaction is the one call by which any rule raises a flag on an
 * attempt; the flag is there when the transaction is.
 *
 * @param at the moment that the flag marks
 * @param severity 0 to 1
 * @param reason code in capitals, such as {@code SECOND_BROWSER}
 * @param rule which rule, such as {@code recording.overlap}
 * @param detail in a few words, for people; may be null
 * @param onceKey the rule's own name for this finding, so that finding it again raises no second flag; may be null
 */
public record Suspicion(
        AttemptId attempt, Instant at, double severity, String reason, String rule, String detail, String onceKey) {}
