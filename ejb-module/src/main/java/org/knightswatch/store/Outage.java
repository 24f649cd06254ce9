package org.knightswatch.store;

import java.time.Instant;

/** A time in which the store did not answer this server. */
public record Outage(Instant from, Instant until) {}
