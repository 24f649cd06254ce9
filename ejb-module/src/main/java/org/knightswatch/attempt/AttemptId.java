package org.knightswatch.attempt;

import java.util.UUID;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.ProblemCode;

/** The id of an attempt. */
public record AttemptId(UUID value) {

    public static AttemptId fromString(String text) {
        return new AttemptId(Ids.parse(text, ProblemCode.ATTEMPT_UNKNOWN));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
