package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** A candidate's own attempt, and nobody else's. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AttemptIT {

    private final TestExam exam = TestExam.open(2);
    private final Candidate candidate = exam.candidate("C-1").join();

    @Test
    void showsTheAttempt() {
        JsonNode attempt = candidate.api().get(candidate.path("")).expect(200).json();
        assertThat(Answer.names(attempt))
                .contains("attemptId", "state", "presence", "startedAt", "pauses", "extraSeconds", "room", "seat");
        assertThat(attempt.get("attemptId").asText()).isEqualTo(candidate.attempt());
        assertThat(attempt.get("presence").asText()).isEqualTo("CONNECTED");
        assertThat(attempt.get("startedAt").asText()).matches(".*\\.\\d{3}Z");
        assertThat(attempt.get("extraSeconds").asInt()).isZero();
    }

    @Test
    void takesASignOfLife() {
        assertThat(candidate.api().post(candidate.path("/beat")).expect(204).body())
                .isEmpty();
    }

    @Test
    void renewsTheToken() {
        Answer renewed = candidate.api().post(candidate.path("/token")).expect(200);
        assertThat(Answer.names(renewed.json())).contains("joinToken", "expiresAt", "serverTime");
        Api.anonymous()
                .bearer(renewed.text("joinToken"))
                .get(candidate.path(""))
                .expect(200);
        candidate.api().get(candidate.path("")).expect(200);
    }

    @Test
    void endsTheAttempt() {
        candidate.api().post(candidate.path("/finish")).expect(200);
        JsonNode attempt = candidate.api().get(candidate.path("")).expect(200).json();
        assertThat(attempt.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(attempt.get("endedAt").asText()).matches(".*\\.\\d{3}Z");
        candidate.api().post(candidate.path("/finish")).expect(200);
    }

    @Test
    void hidesTheAttemptsOfOthers() {
        Candidate other = exam.candidate("C-2").join();
        Api thief = other.api();
        thief.get(candidate.path("")).refused(404, "NOT_FOUND");
        for (String call : List.of("/beat", "/token", "/finish")) {
            thief.post(candidate.path(call)).refused(404, "NOT_FOUND");
        }
        thief.get(candidate.path("/recording")).refused(404, "NOT_FOUND");
        thief.get("/api/v1/attempts/nobody").expect(404);
        assertThat(candidate.api().get(candidate.path("")).text("state")).isEqualTo("RUNNING");
    }

    @Test
    void givesATokenForUploadsAlone() {
        Answer resumed = candidate.resume().expect(200);
        assertThat(Answer.names(resumed.json()))
                .contains("attemptId", "uploadToken", "expiresAt", "serverTime", "takes");
        Api uploads = Api.anonymous().bearer(resumed.text("uploadToken"));
        uploads.get(candidate.path("/recording")).expect(200);
        uploads.get(candidate.path("")).refused(404, "NOT_FOUND");
        uploads.post(candidate.path("/beat")).refused(404, "NOT_FOUND");
        uploads.post(candidate.path("/finish")).refused(404, "NOT_FOUND");
    }
}
