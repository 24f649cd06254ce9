package org.knightswatch.integration.inside;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock ends attempts, and what proctors do to their time is in force at once. */
@ExtendWith(ArquillianExtension.class)
class ExpiryIT {

    private static final Duration SOON = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    AttemptService attempts;

    @Test
    void endsAnAttemptWhenItsExamEnds() {
        Instant end = Instant.now().plus(SOON);
        Candidate candidate = exam(end).candidate("C-1").join();
        AttemptView attempt = awaitState(candidate, AttemptState.EXPIRED);
        assertThat(attempt.endedAt()).isBetween(end.minusMillis(1), end.plus(PATIENCE));
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");
        candidate.resume().expect(200);
    }

    @Test
    void followsAnExamThatIsChanged() {
        TestExam exam = exam(Instant.now().plusSeconds(7200));
        Candidate candidate = exam.candidate("C-1").join();
        Map<String, Object> change = TestExam.draft();
        change.put("code", exam.code());
        change.put("endsAt", Instant.now().plusSeconds(1).toString());
        exam.partner().put(exam.path(""), change).expect(200);
        awaitState(candidate, AttemptState.EXPIRED);
    }

    @Test
    void givesThoseWithExtraTimeTheirTime() {
        Instant end = Instant.now().plus(SOON);
        TestExam exam = exam(end);
        Candidate quick = exam.candidate("C-1").join();
        Candidate slow = exam.candidate("C-2").join();
        AttemptView extended = attempts.extend(id(slow), Duration.ofMinutes(10));
        assertThat(Duration.between(end, extended.expiresAt()))
                .isBetween(Duration.ofSeconds(599), Duration.ofSeconds(600));
        awaitState(quick, AttemptState.EXPIRED);
        assertThat(attempts.require(id(slow)).state()).isEqualTo(AttemptState.RUNNING);
    }

    @Test
    void letsTheClockStandStillInAPause() {
        TestExam exam = exam(Instant.now().plus(SOON));
        Candidate running = exam.candidate("C-1").join();
        Candidate paused = exam.candidate("C-2").join();
        attempts.pause(id(paused), "staff:proctor", "fire alarm");
        awaitState(running, AttemptState.EXPIRED);
        assertThat(paused.api().get(paused.path("")).expect(200).text("state")).isEqualTo("PAUSED");
        AttemptView resumed = attempts.resume(id(paused));
        assertThat(resumed.state()).isEqualTo(AttemptState.RUNNING);
        assertThat(resumed.expiresAt()).isAfter(Instant.now());
    }

    @Test
    void takesAwayTheTokensOfWhoWasTerminated() {
        Candidate candidate =
                exam(Instant.now().plusSeconds(7200)).candidate("C-1").join();
        attempts.terminate(id(candidate), "somebody else sat there");
        candidate.api().get(candidate.path("")).refused(401, "TOKEN_REVOKED");
        candidate.api().post(candidate.path("/token")).refused(401, "TOKEN_REVOKED");
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");
        candidate.api().get(candidate.path("/recording")).expect(200);
    }

    private static TestExam exam(Instant end) {
        return TestExam.open(2, Map.of("endsAt", end.toString()));
    }

    private AttemptView awaitState(Candidate candidate, AttemptState state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> attempts.require(id(candidate)), attempt -> attempt.state() == state);
    }

    private static AttemptId id(Candidate candidate) {
        return AttemptId.fromString(candidate.attempt());
    }
}
