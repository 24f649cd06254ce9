package org.knightswatch.integration.faults;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.integration.ground.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/** Redis goes, with all that it knew, and comes back: an exam goes on, and nobody is called missing for it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RedisAwayIT {

    private final TestExam exam = TestExam.open(2);
    private final Candidate candidate = exam.candidate("C-1").join();

    @BeforeEach
    void stopRedis() {
        Surroundings.get().redis().stop();
    }

    @AfterEach
    void startRedis() {
        Surroundings.get().redis().start();
    }

    @Test
    void goesOnWithTheExam() {
        exam.candidate("C-2").join();
        TestTake.announced(candidate).record(0, 1);
        assertThat(candidate.api().get(candidate.path("")).expect(200).json().has("presence"))
                .isFalse();
        candidate.api().post(candidate.path("/beat")).expect(204);
        candidate.api().post(candidate.path("/token")).expect(200);
    }

    @Test
    void takesNobodyForASecondBrowserWhileNobodyKnowsWhoIsThere() {
        Candidate other = exam.candidate("C-1").in("another-browser-0001").join();
        assertThat(other.joined().get("state").asText()).isEqualTo("RUNNING");
        String timeline = StaffBrowser.signIn("reviewer")
                .session()
                .get(candidate.path("/timeline"))
                .expect(200)
                .body();
        assertThat(timeline).contains("JOINED").doesNotContain("TAKEN_OVER").doesNotContain("SECOND_BROWSER");
    }

    @Test
    void stillCarriesMessagesOnThisServer() {
        exam.partner()
                .post(exam.path("/proctors"), Map.of("proctor", "proctor"))
                .expect(200);
        Api page = StaffBrowser.signIn("proctor").onPage("/proctor/wall");
        try (LiveSocket live = LiveSocket.of(candidate);
                LiveSocket wall = LiveSocket.ofProctor(page, exam)) {
            live.ok("say", Map.of("text", "Anybody there?"));
            assertThat(wall.await("message").get("attempt").asText()).isEqualTo(candidate.attempt());
        }
    }

    @Test
    void knowsWhoIsThereAgainAfterwards() {
        Surroundings.get().redis().start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            Answer attempt = candidate.api().get(candidate.path("")).expect(200);
            String presence = attempt.json().path("presence").asText("unknown");
            assertThat(presence).isIn("unknown", "CONNECTED");
            return presence.equals("CONNECTED");
        });
    }
}
