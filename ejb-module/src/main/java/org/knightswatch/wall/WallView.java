package org.knightswatch.wall;

import java.time.Instant;
import java.util.List;

/** All that a proctor's wall begins with; facts keep it up to date. */
public record WallView(WallExam exam, Instant serverTime, List<WallRoom> rooms, Counts counts, List<TileView> tiles) {

    /** The exam that is watched. */
    public record WallExam(String code, String title, Instant startsAt, Instant endsAt) {}

    /** A room that the proctor watches. */
    public record WallRoom(String id, int number, int capacity) {}

    /** Figures of the whole exam. */
    public record Counts(long candidates, long proctors, long rooms) {}
}
