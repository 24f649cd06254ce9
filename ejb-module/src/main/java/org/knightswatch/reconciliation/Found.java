package org.knightswatch.reconciliation;

import java.time.Instant;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.TakeView;

/**
 * A difference between the store and the rows, as one comparison found it.
 *
 * @param key of the object, or of a whole folder with a slash at its end
 * @param track null when it is known of none
 * @param at the moment of the recording that it concerns; null when it concerns none
 * @param take whose segment it is; null when it is none
 * @param sequence of the segment; -1 when it is none
 */
record Found(DifferenceKind kind, String key, Track track, Instant at, TakeView take, int sequence) {

    static Found of(DifferenceKind kind, String key, Track track) {
        return new Found(kind, key, track, null, null, -1);
    }
}
