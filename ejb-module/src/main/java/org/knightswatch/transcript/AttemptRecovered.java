package org.knightswatch.transcript;

import org.knightswatch.attempt.AttemptId;

/** The rows of an attempt are those that the store knew of, as far as they were missing. */
public record AttemptRecovered(AttemptId attempt) {}
