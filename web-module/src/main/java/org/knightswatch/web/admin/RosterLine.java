package org.knightswatch.web.admin;

import org.knightswatch.attempt.FurtherAttempts;
import org.knightswatch.roster.EnrolmentView;

/** A candidate as the roster's page shows them. */
public record RosterLine(EnrolmentView enrolment, FurtherAttempts attempts) {

    /** Such as {@code 1 of 2}; an en dash for whoever has taken none. */
    public String taken() {
        return attempts.taken() == 0 ? "–" : attempts.taken() + " of " + attempts.allowed();
    }
}
