package org.knightswatch.recording;

import java.util.UUID;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.ProblemCode;

/** The id of a take; browsers make it, so that a take can begin without a network. */
public record TakeId(UUID value) {

    public static TakeId fromString(String text) {
        return new TakeId(Ids.parse(text, ProblemCode.TAKE_UNKNOWN));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
