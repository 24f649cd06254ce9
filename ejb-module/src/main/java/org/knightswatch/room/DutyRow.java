package org.knightswatch.room;

import java.time.Instant;
import java.util.List;

/**
 * A proctor on duty, for those who plan duties.
 *
 * @param proctor account name
 * @param rooms numbers of the rooms they watch
 */
public record DutyRow(String proctor, String displayName, Instant since, List<Integer> rooms) {}
