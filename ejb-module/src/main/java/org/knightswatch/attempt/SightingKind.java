package org.knightswatch.attempt;

/** What the server saw, or what a page told it over the socket while it happened. */
public enum SightingKind {
    JOINED(false),
    CONNECTED(false),
    DISCONNECTED(false),
    SUPERSEDED(false),
    TAKEOVER_ASKED(false),
    TAKEOVER_REFUSED(false),
    TAKEN_OVER(false),
    PAGE_LEFT(true),
    DEVICE_DENIED(true),
    DEVICE_ENDED(true),
    DEVICE_MUTED(true),
    DEVICE_BACK(true),
    STORAGE_LOW(true),
    STORAGE_FULL(true),
    RECORDER_ERROR(true),
    VIRTUAL_CAMERA(true);

    private final boolean told;

    SightingKind(boolean told) {
        this.told = told;
    }

    /** Whether a page tells it of itself; the others are the server's own. */
    public boolean isTold() {
        return told;
    }
}
