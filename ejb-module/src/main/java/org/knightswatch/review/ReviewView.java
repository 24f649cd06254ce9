package org.knightswatch.review;

import java.time.Instant;
import org.knightswatch.attempt.AttemptId;

/**
 * The judging of an attempt as others see it.
 *
 * @param verdict null: open
 * @param version to be shown when it is changed, so that nobody overwrites what they have not seen
 */
public record ReviewView(
        AttemptId attempt, Verdict verdict, String reason, String reviewer, Instant decidedAt, long version) {}
