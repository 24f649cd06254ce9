package org.knightswatch.web.review;

import java.util.Set;
import org.knightswatch.review.Verdict;

/** Attempts by what was decided, as a reviewer asks for them. */
public enum VerdictChoice {
    OPEN("Open"),
    DECIDED("Decided"),
    CLEAR("Clear"),
    SUSPICIOUS("Suspicious"),
    VIOLATION("Violation");

    private final String label;

    VerdictChoice(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    Set<Verdict> verdicts() {
        return switch (this) {
            case OPEN -> Set.of();
            case DECIDED -> Set.of(Verdict.values());
            case CLEAR, SUSPICIOUS, VIOLATION -> Set.of(Verdict.valueOf(name()));
        };
    }
}
