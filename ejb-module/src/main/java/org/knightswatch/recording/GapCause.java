package org.knightswatch.recording;

/** Why an interval is missing. */
public enum GapCause {
    NETWORK,
    STORE,
    SERVER,
    PAGE_RELOAD,
    BROWSER_GONE,
    DEVICE_ENDED,
    DEVICE_DENIED,
    DEVICE_MUTED,
    DEVICE_ASLEEP,
    STORAGE_FULL,
    RECORDER_ERROR,
    TAMPERED,
    UNKNOWN
}
