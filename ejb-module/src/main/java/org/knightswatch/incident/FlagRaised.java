package org.knightswatch.incident;

import org.knightswatch.attempt.AttemptPlace;

/** There is one more flag. */
public record FlagRaised(AttemptPlace place, FlagView flag) {}
