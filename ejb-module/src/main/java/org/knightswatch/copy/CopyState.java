package org.knightswatch.copy;

/** How far a copy has come. */
public enum CopyState {
    /** It is still to be fetched; a seal waits for it. */
    WAITING,
    /** It lies beside the takes of its track. */
    KEPT,
    /** It is not kept, and why is said. */
    FAILED
}
