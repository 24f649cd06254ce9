package org.knightswatch.attempt;

import java.time.Instant;

/** The join tokens that an attempt got until then are worth nothing for taking part. */
public record TokensRevoked(AttemptPlace place, Instant at) {}
