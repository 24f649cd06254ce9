package org.knightswatch.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A proctor on duty, for those who plan duties.
 *
 * @param proctor account name
 * @param goneAt since when others have their rooms, for want of a sign; null: they are there, as far as known
 * @param rooms numbers of the rooms they watch
 */
public record DutyRow(
        UUID id, String proctor, String displayName, Instant since, Instant goneAt, List<Integer> rooms) {}
