package org.knightswatch.attempt;

/** An attempt's state, clock or raised hand is different now. */
public record AttemptChanged(AttemptPlace place) {}
