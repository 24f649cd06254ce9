package org.knightswatch.wall;

import java.time.Instant;
import java.util.List;
import org.knightswatch.exam.Track;
import org.knightswatch.room.HandoverView;

/**
 * All rooms of an exam and who watches them, for whoever sees to it that somebody does.
 *
 * @param storeAwaySince since when the server does not reach the store; null: it does
 * @param silences recordings that nothing comes to, those that are silent for the longest first; the first few
 */
public record RoomsView(
        WallView.WallExam exam,
        Instant serverTime,
        Instant storeAwaySince,
        int proctorsPerRoom,
        List<RoomLine> rooms,
        List<ProctorLine> proctors,
        List<HandoverView> handovers,
        List<SilenceLine> silences) {

    /**
     * A room; those without a proctor first.
     *
     * @param group of the roster; null: for everybody
     * @param seated how many seats are taken
     * @param now those of them who take part now
     * @param unwatchedSince null: somebody watches, or nobody is meant to
     */
    public record RoomLine(
            String id,
            int number,
            String group,
            int capacity,
            long seated,
            PresentLine now,
            List<WatcherLine> proctors,
            Instant unwatchedSince) {}

    /** How many take part, by presence; of those that are not known to be away, how many have a silent recording. */
    public record PresentLine(long connected, long missing, long gone, long unknown, long silent) {}

    /** Whose recording is silent, which one, and since when. */
    public record SilenceLine(CandidateLine candidate, Track track, Instant since) {}

    /** Who watches: account and name. */
    public record WatcherLine(String proctor, String name) {}

    /**
     * Somebody on duty, and what they carry.
     *
     * @param gone whether their rooms are with others for want of a sign
     * @param heardAt the last sign of their wall; null: unknown, or none yet
     */
    public record ProctorLine(
            String proctor,
            String name,
            Instant since,
            boolean gone,
            Instant heardAt,
            List<Integer> rooms,
            long candidates) {}

    /** A candidate who takes part, and where. */
    public record CandidateLine(String attemptId, String candidateId, String name, String roomId, int room, int seat) {}
}
