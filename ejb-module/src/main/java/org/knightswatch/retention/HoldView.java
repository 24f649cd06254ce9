package org.knightswatch.retention;

import java.time.Instant;

/**
 * A hold that is in force.
 *
 * @param wholeExam whether it holds every attempt of its exam
 * @param attemptId null for a whole exam
 */
public record HoldView(boolean wholeExam, String attemptId, String reason, Instant placedAt, String placedBy) {}
