package org.knightswatch.recording;

/** How far a recording has come. */
public enum RecordingState {
    /** The attempt goes on. */
    OPEN,
    /** It is over, something is missing, and may still come. */
    RECOVERING,
    /** Everything is held, read and without a gap. */
    COMPLETE,
    /** Something is missing, and the late window is over. */
    INCOMPLETE
}
