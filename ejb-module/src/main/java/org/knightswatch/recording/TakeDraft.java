package org.knightswatch.recording;

import java.time.Instant;
import org.knightswatch.exam.Track;

/**
 * A take as the browser announces it.
 *
 * @param startedAt the moment of its first sample, in server time as the browser reckons it
 * @param sliceMillis how long a slice the recorder hands over is
 * @param before what the browser says about the time before this take; null: nothing
 */
public record TakeDraft(Track track, String mimeType, Instant startedAt, Integer sliceMillis, Before before) {

    /** Whether it began before a take of the same track that was announced already. */
    boolean precedes(TakeView take) {
        return track == take.track() && startedAt.isBefore(take.startedAt());
    }

    /**
     * Why nothing was recorded just before.
     *
     * @param at when that began, as the browser reckons it; may be null
     */
    public record Before(GapCause cause, Instant at) {}
}
