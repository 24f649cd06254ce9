package org.knightswatch.retention;

import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;

/** What an exam may say about its recordings. */
public enum Keep {
    /** As the settings say. */
    DEFAULT,
    FOREVER,
    DAYS;

    static final int LONGEST = 3_650;

    /** Refuses days where none belong, and too many or none where some do. */
    void check(Integer days) {
        if (this == DAYS && days == null) {
            throw FieldProblem.of("days", ProblemCode.FIELD_MISSING).asException();
        }
        boolean possible = this == DAYS ? days >= 1 && days <= LONGEST : days == null;
        if (!possible) {
            throw FieldProblem.of("days", ProblemCode.VALUE_OUT_OF_RANGE, 1, LONGEST)
                    .asException();
        }
    }

    /** Which of these a rule is. */
    public static Keep of(RetentionRule rule) {
        return !rule.own() ? DEFAULT : rule.days() == null ? FOREVER : DAYS;
    }
}
