package org.knightswatch.web.review;

import java.util.Set;
import org.knightswatch.attempt.AttemptState;

/** Attempts by how they stand, as a reviewer asks for them. */
public enum StateChoice {
    NOW("Running now"),
    PAUSED("Paused"),
    COMPLETED("Completed"),
    TERMINATED("Terminated"),
    EXPIRED("Expired");

    private final String label;

    StateChoice(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    Set<AttemptState> states() {
        return this == NOW
                ? Set.of(AttemptState.AWAITING, AttemptState.RUNNING, AttemptState.PAUSED)
                : Set.of(AttemptState.valueOf(name()));
    }
}
