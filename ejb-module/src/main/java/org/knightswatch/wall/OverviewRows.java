package org.knightswatch.wall;

import java.util.List;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.PresenceState;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.RecordingState;

/** The rows of an exam's overviews. */
public final class OverviewRows {

    private OverviewRows() {}

    /** A room by its id and number. */
    public record RoomRef(String id, int number) {}

    /** A room with everybody in it; proctors by account name. */
    public record RoomLine(String id, int number, int capacity, List<SeatLine> candidates, List<String> proctors) {}

    /** Who sits on a seat; presence null: unknown. */
    public record SeatLine(String candidateId, int seat, String attemptId, PresenceState presence) {}

    /** An attempt; {@code recording} is the camera's. */
    public record AttemptLine(
            String attemptId,
            String candidateId,
            int number,
            AttemptState state,
            PresenceState presence,
            RoomRef room,
            int seat,
            RecordingState recording) {}

    /** A recording with the figures of this moment; {@code number} is the attempt's. */
    public record RecordingLine(
            String attemptId,
            String candidateId,
            int number,
            Track track,
            RecordingState state,
            double recordedSeconds,
            double expectedSeconds,
            int gaps) {}
}
