package org.knightswatch.identity;

/** What a service key may be used for. */
public enum Scope {
    /** Exams, rosters, invitations and duties: reading and changing. */
    EXAMS,
    /** Attempts and what is known of their recordings. */
    ATTEMPTS,
    /** The recordings themselves. */
    RECORDINGS
}
