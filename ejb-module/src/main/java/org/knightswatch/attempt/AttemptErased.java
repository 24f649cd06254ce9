package org.knightswatch.attempt;

/** What tells of the person in an attempt is removed on request: whoever keeps such words forgets theirs with it. */
public record AttemptErased(AttemptId attempt) {

    /** What stands where words were. */
    public static final String WORDS = "(erased)";
}
