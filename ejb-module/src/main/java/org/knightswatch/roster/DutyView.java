package org.knightswatch.roster;

import java.time.Instant;
import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.identity.StaffId;

/**
 * A duty as others see it.
 *
 * @param goneAt since when the proctor's rooms are with others for want of a sign; null: they are there, as far as known
 */
public record DutyView(UUID id, ExamId exam, StaffId staff, Instant since, Instant goneAt) {

    public boolean isThere() {
        return goneAt == null;
    }
}
