package org.knightswatch.recording;

import java.time.Instant;

/**
 * What somebody else recorded of a track, and we keep beside our own recording.
 *
 * @param source who recorded it, by a short name such as {@code livekit}
 * @param startedAt the moment of its first sample, by the word of whoever told us of it
 * @param durationMillis as it was measured from its bytes
 * @param object what it is in the folder of the recording
 */
public record KeptCopy(String source, Instant startedAt, long durationMillis, ArchivedTake object) {

    Interval interval() {
        return new Interval(startedAt, startedAt.plusMillis(durationMillis));
    }
}
