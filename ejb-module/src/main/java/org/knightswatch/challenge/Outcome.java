package org.knightswatch.challenge;

/** What came of looking for a tone, or a colour. */
public enum Outcome {
    /** Nobody has looked yet. */
    WAITING,
    FOUND,
    NOT_FOUND,
    /** The page could not show it, or nothing was recorded that can be looked into. */
    NOT_LOOKED;

    /** Of two places where it may be. */
    Outcome or(Outcome other) {
        return this == FOUND || other == NOT_LOOKED ? this : other;
    }
}
