package org.knightswatch.attempt;

/** Another browser asks to take over, has taken over, or was not let in. */
public record TakeoverChanged(AttemptPlace place) {}
