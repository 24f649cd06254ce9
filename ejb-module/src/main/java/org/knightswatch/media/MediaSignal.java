package org.knightswatch.media;

import java.time.Instant;

/** One thing that a provider says has happened, after it proved that it is the one who says so. */
public record MediaSignal(String eventId, String roomReference, String participant, Kind kind, Instant at) {

    /** What happened. */
    public enum Kind {
        PARTICIPANT_JOINED,
        PARTICIPANT_LEFT,
        RECORDING_READY,
        RECORDING_FAILED,
        ROOM_ENDED
    }
}
