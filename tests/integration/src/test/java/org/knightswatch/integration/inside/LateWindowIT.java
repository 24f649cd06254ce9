package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.recording.Recordings;

import static org.assertj.core.api.Assertions.assertThat;

/** When the late window is over, what is missing is missing for good. */
@ExtendWith(ArquillianExtension.class)
class LateWindowIT {

    private static final String WINDOW = "knightswatch.recording.late-window";

    @Inject
    Recordings recordings;

    private final TestExam exam = TestExam.open(1);
    private final Candidate candidate = exam.candidate("C-1").join();

    @AfterEach
    void openTheWindow() {
        System.clearProperty(WINDOW);
    }

    @Test
    void closesWhatNobodyClosedAndTakesNothingMore() {
        TestTake take = TestTake.announced(candidate);
        take.record(0, 1);
        candidate.api().post(candidate.path("/finish")).expect(200);
        awaitState("RECOVERING");
        System.setProperty(WINDOW, "PT1S");
        take.record(2);
        recordings.judgeSoon(AttemptId.fromString(candidate.attempt()), Track.CAMERA);
        awaitState("INCOMPLETE");
        candidate.resume().refused(403, "LATE_WINDOW_OVER");
        JsonNode closed = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(this::take, it -> it.get("state").asText().equals("CLOSED"));
        assertThat(closed.get("lastSequence").asInt()).isEqualTo(2);
        take.offers(3).refused(409, "TAKE_CLOSED");
    }

    @Test
    void archivesAndSealsWhatIsThereThen() {
        TestTake take = TestTake.announced(candidate);
        take.record(0, 1, 3);
        take.close(4).expect(200);
        candidate.api().post(candidate.path("/finish")).expect(200);
        awaitState("RECOVERING");
        System.setProperty(WINDOW, "PT1S");
        recordings.judgeSoon(AttemptId.fromString(candidate.attempt()), Track.CAMERA);
        JsonNode archive = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Api.service().get(candidate.path("/recording/camera/archive")),
                        answer -> answer.status() == 200 && answer.json().has("sealedAt"))
                .json();
        int bytes = TestTake.bytes(0).length + TestTake.bytes(1).length + TestTake.bytes(3).length;
        assertThat(archive.get("objects").get(0).get("bytes").asInt()).isEqualTo(bytes);
        take.commit(2).expect(200);
        assertThat(take().get("recordedSeconds").asDouble()).isEqualTo(8.0);
        take.relay(2, TestTake.bytes(2)).refused(403, "LATE_WINDOW_OVER");
    }

    private JsonNode take() {
        JsonNode report = candidate.api().get(candidate.path("/recording")).json();
        return report.get("tracks").get(0).get("takes").get(0);
    }

    private void awaitState(String state) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> exam.partner()
                .get(exam.path("/recordings"))
                .json()
                .get("items")
                .get(0)
                .get("state")
                .asText()
                .equals(state));
    }
}
