package org.knightswatch.exam;

/** How candidates are spread over rooms. */
public enum Seating {
    /** Fewest rooms. */
    FILL,
    /** Even over the rooms that have a proctor. */
    BALANCE,
    /** Roster groups never share a room. */
    GROUP
}
