package org.knightswatch.retention;

/** Why recordings are purged. */
public enum PurgeCause {
    /** Their time is over. */
    RETENTION,
    /** Their candidate, or somebody for them, asked for it. */
    ERASURE
}
