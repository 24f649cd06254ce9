package org.knightswatch.wall;

import java.time.Instant;
import java.util.List;
import org.knightswatch.room.HandoverView;

/**
 * All that a proctor's wall begins with; facts keep it up to date.
 *
 * @param storeAwaySince since when the server does not reach the store, and nothing can be held of anybody; null: it does
 * @param handovers what the proctor took over and has not acknowledged yet
 */
public record WallView(
        WallExam exam,
        Instant serverTime,
        Instant storeAwaySince,
        List<WallRoom> rooms,
        Counts counts,
        List<HandoverView> handovers,
        List<TileView> tiles) {

    /** The exam that is watched. */
    public record WallExam(String code, String title, Instant startsAt, Instant endsAt) {}

    /** A room that the proctor watches. */
    public record WallRoom(String id, int number, int capacity) {}

    /** Figures of the whole exam. */
    public record Counts(long candidates, long proctors, long rooms) {}
}
