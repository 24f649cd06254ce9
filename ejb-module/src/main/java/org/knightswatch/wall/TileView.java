package org.knightswatch.wall;

import java.time.Instant;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.PresenceState;
import org.knightswatch.attempt.TakeoverView;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.Quiet;
import org.knightswatch.recording.RecordingState;

/**
 * One candidate on the wall.
 *
 * @param number of the attempt: the candidate's newest
 * @param presence null: unknown
 * @param presenceSince the last sign of the candidate
 * @param savedAt when the store last held more of the recording; null: never
 * @param quiet the recording that nothing came to for the longest; null: nothing need come
 * @param handUpSince null: the candidate asks for nothing
 * @param pausedSince null: its clock runs
 * @param extraSeconds time that a proctor gave on top of the exam's window
 * @param unread messages of the candidate that nobody has seen
 * @param flag the gravest; null: none
 * @param takeover another browser that waits or has just taken over; null: none
 */
public record TileView(
        String attemptId,
        String candidateId,
        String name,
        int number,
        int roomNumber,
        int seat,
        AttemptState state,
        PresenceState presence,
        Instant presenceSince,
        RecordingState recording,
        Instant savedAt,
        TileQuiet quiet,
        Instant joinedAt,
        Instant handUpSince,
        Instant pausedSince,
        int extraSeconds,
        long unread,
        TileFlag flag,
        TileTakeover takeover) {

    /** A recording that something was added to at {@code since}; it is silent from {@code silentAt} on. */
    public record TileQuiet(Track track, Instant since, Instant silentAt) {

        static TileQuiet of(Quiet quiet) {
            return new TileQuiet(quiet.track(), quiet.since(), quiet.silentAt());
        }
    }

    /** The gravest flag of a candidate. */
    public record TileFlag(double severity, String reason, Instant at) {}

    /** Two browsers, in words. The newer waits to be let in, or has taken over. */
    public record TileTakeover(String page, boolean waits, Instant at, String older, String newer) {

        static TileTakeover of(TakeoverView takeover) {
            return new TileTakeover(
                    takeover.page().toString(), takeover.waits(), takeover.at(), takeover.older(), takeover.newer());
        }
    }
}
