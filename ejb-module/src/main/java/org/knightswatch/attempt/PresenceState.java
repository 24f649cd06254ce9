package org.knightswatch.attempt;

/** Whether a candidate is there. */
public enum PresenceState {
    CONNECTED,
    /** A beat was missed. */
    MISSING,
    /** Nothing for so long that others act on it. */
    GONE
}
