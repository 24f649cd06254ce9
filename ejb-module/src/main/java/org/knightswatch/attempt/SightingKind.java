package org.knightswatch.attempt;

/** What the server saw, or what a page told it over the socket while it happened. */
public enum SightingKind {
    JOINED,
    CONNECTED,
    DISCONNECTED,
    SUPERSEDED,
    PAGE_LEFT,
    DEVICE_DENIED,
    DEVICE_ENDED,
    DEVICE_MUTED,
    DEVICE_BACK,
    STORAGE_LOW,
    STORAGE_FULL,
    RECORDER_ERROR
}
