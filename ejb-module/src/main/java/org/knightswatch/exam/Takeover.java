package org.knightswatch.exam;

/** What happens when a candidate who is connected joins from another browser. */
public enum Takeover {
    /** The newer one goes on at once, and the wall is told. */
    ALLOW,
    /** The newer one waits for a proctor. */
    ASK
}
