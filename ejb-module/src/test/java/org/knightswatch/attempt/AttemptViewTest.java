package org.knightswatch.attempt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.ExamId;
import org.knightswatch.room.RoomId;
import org.knightswatch.roster.EnrolmentId;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptViewTest {

    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-24T11:00:00Z");

    @Test
    void endsWhenItsClockSays() {
        AttemptView attempt = anAttempt(AttemptState.RUNNING, ELEVEN.plusSeconds(90), 90, List.of());

        assertThat(attempt.endsAt(ELEVEN)).isEqualTo(ELEVEN.plusSeconds(90));
    }

    @Test
    void endsInAPauseAsIfItHadJustBegun() {
        Pause over = new Pause(NINE, NINE.plusSeconds(60), "proctor", "");
        Pause lasting = new Pause(NINE.plusSeconds(600), null, "proctor", "");
        AttemptView attempt = anAttempt(AttemptState.PAUSED, null, 300, List.of(over, lasting));

        assertThat(attempt.endsAt(ELEVEN)).isEqualTo(ELEVEN.plusSeconds(300 + 60));
        assertThat(attempt.pausedSince()).contains(NINE.plusSeconds(600));
    }

    @Test
    void isNotPausedOnceItsPausesAreOver() {
        Pause over = new Pause(NINE, NINE.plusSeconds(60), "staff:proctor", "");

        assertThat(anAttempt(AttemptState.RUNNING, ELEVEN, 0, List.of(over)).pausedSince())
                .isEmpty();
    }

    private static AttemptView anAttempt(AttemptState state, Instant expiresAt, int extraSeconds, List<Pause> pauses) {
        return new AttemptView(
                new AttemptId(UUID.randomUUID()),
                new ExamId(UUID.randomUUID()),
                new EnrolmentId(UUID.randomUUID()),
                1,
                state,
                new RoomId(UUID.randomUUID()),
                1,
                NINE,
                NINE,
                null,
                expiresAt,
                extraSeconds,
                pauses,
                1,
                null,
                null);
    }
}
