package org.knightswatch.identity;

import java.util.UUID;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.ProblemCode;

/** The id of a staff account. */
public record StaffId(UUID value) {

    public static StaffId of(String text) {
        return new StaffId(Ids.parse(text, ProblemCode.STAFF_UNKNOWN));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
