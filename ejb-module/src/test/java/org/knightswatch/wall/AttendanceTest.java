package org.knightswatch.wall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.PresenceState;
import org.knightswatch.attempt.PresenceView;
import org.knightswatch.attempt.Seated;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.Quiet;
import org.knightswatch.room.RoomId;
import org.knightswatch.wall.RoomsView.PresentLine;

import static org.assertj.core.api.Assertions.assertThat;

class AttendanceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:10:00Z");
    private static final RoomId ROOM = new RoomId(new UUID(0, 100));
    private static final AttemptId CONNECTED = new AttemptId(new UUID(0, 1));
    private static final AttemptId GONE = new AttemptId(new UUID(0, 2));
    private static final AttemptId UNKNOWN = new AttemptId(new UUID(0, 3));

    private final Attendance now = new Attendance(
            List.of(seated(CONNECTED), seated(GONE), seated(UNKNOWN)),
            Map.of(
                    CONNECTED, new PresenceView(PresenceState.CONNECTED, NOW),
                    GONE, new PresenceView(PresenceState.GONE, NOW)),
            List.of(quiet(GONE), quiet(UNKNOWN), quiet(CONNECTED)));

    @Test
    void callsNobodySilentWhoIsKnownToBeAway() {
        assertThat(now.silent()).extracting(Quiet::attempt).containsExactly(UNKNOWN, CONNECTED);
    }

    @Test
    void countsEachRoom() {
        assertThat(now.byRoom()).containsExactly(Map.entry(ROOM.value(), new PresentLine(1, 0, 1, 1, 2)));
    }

    private static Seated seated(AttemptId attempt) {
        return new Seated(attempt, ROOM, NOW);
    }

    private static Quiet quiet(AttemptId attempt) {
        return new Quiet(attempt, Track.CAMERA, NOW.minusSeconds(60), NOW.minusSeconds(30));
    }
}
