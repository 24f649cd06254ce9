package org.knightswatch.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.AnExam;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.room.RoomId;
import org.knightswatch.room.SeatView;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttemptTest {

    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));

    private final Attempt attempt = anAttempt();

    @Test
    void endsWithTheWindow() {
        assertThat(attempt.view().expiresAt()).isEqualTo(ELEVEN);
        assertThat(attempt.isDue(ELEVEN.minusMillis(1))).isFalse();
        assertThat(attempt.isDue(ELEVEN)).isTrue();
    }

    @Test
    void beginsWhenTheProctorLetsTheCandidateIn() throws ReflectiveOperationException {
        var state = Attempt.class.getDeclaredField("state");
        state.setAccessible(true);
        state.set(attempt, AttemptState.AWAITING);

        attempt.admit(ELEVEN.plusSeconds(60), NINE.plusSeconds(300));

        assertThat(attempt.state()).isEqualTo(AttemptState.RUNNING);
        assertThat(attempt.view().startedAt()).isEqualTo(NINE.plusSeconds(300));
        assertThat(attempt.view().expiresAt()).isEqualTo(ELEVEN.plusSeconds(60));
        assertThatThrownBy(() -> attempt.admit(ELEVEN, NINE)).hasMessageContaining("ATTEMPT_ACTION_REFUSED");
    }

    @Test
    void doesNotLoseTimeInAPause() {
        attempt.pause("proctor", "fire alarm", NINE.plusSeconds(600));
        assertThat(attempt.isDue(ELEVEN.plusSeconds(9999))).isFalse();

        attempt.resume(ELEVEN, NINE.plusSeconds(900));

        assertThat(attempt.view().expiresAt()).isEqualTo(ELEVEN.plusSeconds(300));
        assertThat(attempt.view().pauses())
                .containsExactly(new Pause(NINE.plusSeconds(600), NINE.plusSeconds(900), "proctor", "fire alarm"));
    }

    @Test
    void getsExtraTimeOnTopOfPauses() {
        attempt.extend(Duration.ofMinutes(10), ELEVEN);
        attempt.extend(Duration.ofMinutes(5), ELEVEN);

        assertThat(attempt.view().extraSeconds()).isEqualTo(900);
        assertThat(attempt.view().expiresAt()).isEqualTo(ELEVEN.plusSeconds(900));
    }

    @Test
    void endsOnceAndEndsItsPause() {
        attempt.pause("proctor", "fire alarm", NINE.plusSeconds(600));
        attempt.raiseHand(NINE.plusSeconds(601));

        attempt.end(AttemptAction.TERMINATE, NINE.plusSeconds(700));

        AttemptView ended = attempt.view();
        assertThat(ended.state()).isEqualTo(AttemptState.TERMINATED);
        assertThat(ended.endedAt()).isEqualTo(NINE.plusSeconds(700));
        assertThat(ended.pauses().get(0).toAt()).isEqualTo(NINE.plusSeconds(700));
        assertThat(ended.handUpAt()).isNull();
        assertThatThrownBy(() -> attempt.end(AttemptAction.FINISH, NINE.plusSeconds(800)))
                .isInstanceOf(ProctoringException.class)
                .hasMessageContaining("ATTEMPT_ACTION_REFUSED");
    }

    @Test
    void belongsToTheNewestPageThatSaidHello() {
        long first = attempt.join();
        long second = attempt.join();

        assertThat(attempt.hold(first)).isTrue();
        assertThat(attempt.hold(second)).isTrue();
        assertThat(attempt.hold(first)).isFalse();
        assertThat(attempt.hold(second)).isTrue();
    }

    @Test
    void promisesNoMoreThanItsQuota() {
        assertThat(attempt.promise(600, 1_000)).isTrue();
        assertThat(attempt.promise(401, 1_000)).isFalse();
        assertThat(attempt.promise(400, 1_000)).isTrue();
    }

    private static Attempt anAttempt() {
        ExamView exam = AnExam.between(NINE, ELEVEN);
        EnrolmentView enrolment =
                new EnrolmentView(new EnrolmentId(UUID.randomUUID()), exam.id(), "C-1", "Bo Li", null, null, 1, null);
        return Attempt.start(exam, enrolment, new SeatView(new RoomId(UUID.randomUUID()), 7), 1, NINE);
    }
}
