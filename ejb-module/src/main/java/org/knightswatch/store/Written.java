package org.knightswatch.store;

/** How an object came to be there; there it is, with exactly the bytes that were given. */
public enum Written {
    /** It was not there before. */
    NOW,
    /** The same bytes lay there already, perhaps from an earlier try whose answer was lost. */
    BEFORE
}
