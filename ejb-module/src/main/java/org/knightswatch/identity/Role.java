package org.knightswatch.identity;

import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;

/** What a person of the staff may do. The constants are the same names for annotations. */
public enum Role {
    ADMINISTRATOR,
    PROCTOR,
    REVIEWER;

    public static final String IS_ADMINISTRATOR = "ADMINISTRATOR";
    public static final String IS_PROCTOR = "PROCTOR";
    public static final String IS_REVIEWER = "REVIEWER";

    /** What a program with a service key is. */
    public static final String IS_SERVICE = "SERVICE";

    /** What whoever holds a join or upload token is. */
    public static final String IS_CANDIDATE = "CANDIDATE";

    public static Role of(String text) {
        for (Role role : values()) {
            if (role.name().equals(text)) {
                return role;
            }
        }
        throw FieldProblem.of("roles", ProblemCode.VALUE_UNKNOWN, text, "ADMINISTRATOR, PROCTOR, REVIEWER")
                .asException();
    }
}
