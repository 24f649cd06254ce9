package org.knightswatch.integration.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.Demo;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.integration.ground.OwnServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server is killed in the middle of an exam, right after an answer, and Redis has forgotten all: what was said is true
 * when the server is back.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class KilledServerIT {

    @Test
    void losesNothingThatItHasAcknowledged() {
        OwnServer server = OwnServer.get();
        Demo demo = Demo.of(server.demo());
        Api partner = Api.at(demo.address()).bearer(demo.serviceKey());
        TestExam exam = TestExam.open(partner, 4, Map.of());
        Candidate candidate = exam.candidate("C-1").join();
        TestTake take = TestTake.announced(candidate);
        take.record(0, 1);
        Candidate last = exam.candidate("C-2").join();
        Candidate ended = exam.candidate("C-4").join();
        end(demo, exam, ended);
        server.kill();
        server.redis().empty();
        server.start();

        isStillRevoked(ended);
        assertThat(attempts(exam).get("total").asInt()).isEqualTo(2);
        JsonNode again = exam.candidate("C-2").join().joined();
        assertThat(again.get("attemptId")).isEqualTo(last.joined().get("attemptId"));
        assertThat(again.get("seat")).isEqualTo(last.joined().get("seat"));
        assertThat(candidate.api().get(candidate.path("")).expect(200).text("state"))
                .isEqualTo("RUNNING");
        take.commit(0, 1).json().get("segments").forEach(outcome -> assertThat(
                        outcome.get("status").asText())
                .isEqualTo("HELD"));
        take.record(2);
        take.close(2).expect(200);
        assertThat(exam.candidate("C-3").join().joined().get("seat").asInt()).isEqualTo(4);
    }

    private static void end(Demo demo, TestExam exam, Candidate candidate) {
        exam.partner()
                .post(exam.path("/proctors"), Map.of("proctor", "proctor"))
                .expect(200);
        Api page = StaffBrowser.signIn(demo, "proctor").onPage("/proctor/wall");
        try (LiveSocket wall = LiveSocket.ofProctor(page, exam)) {
            wall.ok("end", Map.of("attempt", candidate.attempt(), "reason", "Somebody else sat there"));
        }
    }

    /** The row alone can say so now, and each node reads it every two seconds. */
    private static void isStillRevoked(Candidate candidate) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> candidate.api().post(candidate.path("/beat")).refused(401, "TOKEN_REVOKED"));
        candidate.api().post(candidate.path("/token")).refused(401, "TOKEN_REVOKED");
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");
    }

    private static JsonNode attempts(TestExam exam) {
        return exam.partner()
                .get(exam.path("/attempts?state=RUNNING"))
                .expect(200)
                .json();
    }
}
