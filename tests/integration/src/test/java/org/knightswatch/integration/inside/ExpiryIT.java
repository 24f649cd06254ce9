package org.knightswatch.integration.inside;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.audit.AuditRow;
import org.knightswatch.audit.AuditTrail;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.kernel.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock ends attempts, and what proctors do to their time is in force at once. */
@ExtendWith(ArquillianExtension.class)
class ExpiryIT {

    private static final Duration SOON = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Resource(lookup = "java:jboss/datasources/KnightsWatch")
    DataSource database;

    @Inject
    AttemptService attempts;

    @Inject
    AuditTrail trail;

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
        AttemptView extended = attempts.extend(id(slow), Duration.ofMinutes(10), "staff:proctor", "extra time");
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
        AttemptView resumed = attempts.resume(id(paused), "staff:proctor");
        assertThat(resumed.state()).isEqualTo(AttemptState.RUNNING);
        assertThat(resumed.expiresAt()).isAfter(Instant.now());
    }

    @Test
    void startsTheClockOfWhoIsLetIn() throws SQLException {
        Candidate candidate =
                exam(Instant.now().plusSeconds(7200)).candidate("C-1").join();
        makeWait(candidate);
        AttemptView admitted = attempts.admit(id(candidate), "staff:proctor");
        assertThat(admitted.state()).isEqualTo(AttemptState.RUNNING);
        assertThat(admitted.startedAt()).isAfterOrEqualTo(admitted.joinedAt());
        assertThat(admitted.expiresAt()).isAfter(Instant.now());
        assertThat(newestEntry(candidate).action()).isEqualTo("ATTEMPT_ADMITTED");
    }

    @Test
    void writesDownWhoDidItAndWhy() {
        Candidate candidate =
                exam(Instant.now().plusSeconds(7200)).candidate("C-1").join();
        attempts.extend(id(candidate), Duration.ofMinutes(10), "staff:proctor", "a late start");
        AuditRow entry = newestEntry(candidate);
        assertThat(entry.action()).isEqualTo("ATTEMPT_EXTENDED");
        assertThat(entry.actor()).isEqualTo("staff:proctor");
        assertThat(entry.detail()).isEqualTo("PT10M: a late start");
    }

    @Test
    void takesAwayTheTokensOfWhoWasTerminated() {
        Candidate candidate =
                exam(Instant.now().plusSeconds(7200)).candidate("C-1").join();
        attempts.terminate(id(candidate), "staff:proctor", "somebody else sat there");
        candidate.api().get(candidate.path("")).refused(401, "TOKEN_REVOKED");
        candidate.api().post(candidate.path("/token")).refused(401, "TOKEN_REVOKED");
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");
        candidate.api().get(candidate.path("/recording")).expect(200);
    }

    /** No exam makes anybody wait yet. */
    private void makeWait(Candidate candidate) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update attempt set state = 'AWAITING', started_at = null where id = ?")) {
            statement.setObject(1, id(candidate).value());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private AuditRow newestEntry(Candidate candidate) {
        return trail.list("attempt:" + candidate.attempt(), PageRequest.first(1))
                .items()
                .get(0);
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
