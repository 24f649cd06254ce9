package org.knightswatch.recording;

/** Why a take ended, as whoever closed it says. */
public enum CloseReason {
    FINISHED,
    TRACK_ENDED,
    PAGE_LEFT,
    RECORDER_ERROR,
    POLICY
}
