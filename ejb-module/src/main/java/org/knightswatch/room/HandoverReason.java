package org.knightswatch.room;

/** Why somebody else watches a room now. */
public enum HandoverReason {
    OFF_DUTY,
    /** On duty, but without a sign for too long. */
    GONE,
    /** By hand. */
    MOVED
}
