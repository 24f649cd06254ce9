package org.knightswatch.integration.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.integration.ground.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/** The store goes in the middle of uploads and comes back: nothing counts as held that the store does not have. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StoreAwayIT {

    private final TestExam exam = TestExam.open(1);
    private final Candidate candidate = exam.candidate("C-1").join();
    private final TestTake take = TestTake.announced(candidate);

    @AfterEach
    void startStore() {
        if (!Surroundings.get().store().process().isAlive()) {
            Surroundings.get().startStore();
        }
    }

    @Test
    void acknowledgesNothingThatItCanNotSee() {
        JsonNode offers = take.offers(0, 1, 2).expect(200).json().get("uploads");
        TestTake.send(offers.get(0), TestTake.bytes(0)).expect(200);
        Surroundings.get().stopStore();
        away(take.commit(0, 1));
        away(take.relay(1, TestTake.bytes(1)));
        take.offers(1).expect(200);
        assertThat(candidate.resume().json().get("takes").get(0).get("held")).isEmpty();

        Surroundings.get().startStore();
        JsonNode outcomes = commitWhenBack();
        assertThat(outcomes.get(0).get("status").asText()).isEqualTo("HELD");
        assertThat(outcomes.get(1).get("status").asText()).isEqualTo("MISSING");
        TestTake.send(offers.get(1), TestTake.bytes(1)).expect(200);
        take.record(2);
        take.commit(1).json().get("segments").forEach(outcome -> assertThat(
                        outcome.get("status").asText())
                .isEqualTo("HELD"));
    }

    @Test
    void keepsWhatWasHeldAndVerifiesItLater() {
        take.record(0, 1);
        Surroundings.get().stopStore();
        take.commit(0, 1).expect(200).json().get("segments").forEach(outcome -> assertThat(
                        outcome.get("status").asText())
                .isEqualTo("HELD"));
        take.close(1).expect(200);
        Surroundings.get().startStore();
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> track().get("verified")
                .asBoolean());
    }

    @Test
    void isOneNoticeToTheStaff() {
        take.offers(0).expect(200);
        Surroundings.get().stopStore();
        away(take.commit(0));
        Api supervisor = StaffBrowser.signIn("admin").session();
        JsonNode watching = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> supervisor.get(exam.path("/watching")).expect(200).json(),
                        answer -> answer.hasNonNull("storeAwaySince"));
        assertThat(watching.get("silences")).isEmpty();
        Surroundings.get().startStore();
        commitWhenBack();
        assertThat(supervisor.get(exam.path("/watching")).json().hasNonNull("storeAwaySince"))
                .isFalse();
    }

    @Test
    void givesUpOnAStoreThatIsSilent() {
        take.record(0);
        Surroundings.get().store().freeze();
        try {
            away(take.commit(1));
        } finally {
            Surroundings.get().store().thaw();
        }
        commitWhenBack();
    }

    private static void away(Answer answer) {
        assertThat(answer.refused(503, "STORE_AWAY").header("Retry-After")).isNotEmpty();
    }

    private JsonNode commitWhenBack() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> take.commit(0, 1), answer -> answer.status() == 200)
                .json()
                .get("segments");
    }

    private JsonNode track() {
        return candidate
                .api()
                .get(candidate.path("/recording"))
                .json()
                .get("tracks")
                .get(0);
    }
}
