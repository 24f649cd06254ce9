package org.knightswatch.attempt;

/** A candidate has a seat and an attempt that runs. */
public record AttemptStarted(AttemptPlace place) {}
