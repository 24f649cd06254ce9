package org.knightswatch.attempt;

import java.time.Instant;

/** An attempt is over; uploading may go on. */
public record AttemptEnded(AttemptPlace place, AttemptState state, Instant at) {}
