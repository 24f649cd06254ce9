package org.knightswatch.integration.faults;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.integration.ground.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/** Redis takes connections and never answers: worse than one that is away, and an exam goes on all the same. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RedisHungIT {

    private final TestExam exam = TestExam.open(2);
    private final Candidate candidate = exam.candidate("C-1").join();

    @BeforeEach
    void hang() {
        Surroundings.get().redis().freeze();
    }

    @AfterEach
    void goOn() {
        Surroundings.get().redis().thaw();
    }

    @Test
    void goesOnWithTheExam() {
        exam.candidate("C-2").join();
        TestTake.announced(candidate).record(0, 1);
        candidate.api().post(candidate.path("/beat")).expect(204);
        candidate.api().post(candidate.path("/token")).expect(200);
        assertThat(presence()).isEqualTo("unknown");
    }

    @Test
    void callsNobodyMissingWhenItAnswersAgain() {
        assertThat(presence()).isEqualTo("unknown");
        Surroundings.get().redis().thaw();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            String presence = presence();
            assertThat(presence).isIn("unknown", "CONNECTED");
            return presence.equals("CONNECTED");
        });
    }

    private String presence() {
        return candidate
                .api()
                .get(candidate.path(""))
                .expect(200)
                .json()
                .path("presence")
                .asText("unknown");
    }
}
