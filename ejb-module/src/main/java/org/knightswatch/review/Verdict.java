package org.knightswatch.review;

/** What a reviewer decides. None yet: the review is open. */
public enum Verdict {
    CLEAR,
    SUSPICIOUS,
    VIOLATION
}
