package org.knightswatch.roster;

import java.util.UUID;

/** The id of an enrolment. */
public record EnrolmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
