package org.knightswatch.room;

import java.time.Instant;

/**
 * How it stands with a proctor on duty.
 *
 * @param heardAt the last beat of their wall; null: it was never open, or Redis has forgotten
 * @param gone whether they were silent for too long
 */
public record ProctorSign(Instant heardAt, boolean gone) {

    /** Whether somebody who was gone since then is back. */
    boolean isAfter(Instant goneAt) {
        return heardAt != null && heardAt.isAfter(goneAt);
    }
}
