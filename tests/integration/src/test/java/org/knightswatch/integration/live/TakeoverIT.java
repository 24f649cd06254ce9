package org.knightswatch.integration.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;

/** Another browser joins while one is connected, in an exam that asks a proctor. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TakeoverIT extends WatchedExam {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Candidate other = exam.candidate("C-1").in("another-browser-0001");

    TakeoverIT() {
        super(TestExam.open(1, Map.of("takeover", "ASK")));
    }

    @Test
    void letsTheSameBrowserInWithoutAWord() {
        Candidate again = exam.candidate("C-1").join();
        assertThat(again.joined().get("state").asText()).isEqualTo("RUNNING");
        assertThat(flags()).isEmpty();
    }

    @Test
    void hasAnotherBrowserWaitWhileTheFirstGoesOn() {
        other.join();
        assertThat(other.joined().get("state").asText()).isEqualTo("AWAITING");
        assertThat(other.joined().hasNonNull("grant")).isFalse();
        assertThat(other.attempt()).isEqualTo(candidate.attempt());
        JsonNode takeover = waiting();
        assertThat(takeover.get("older").asText()).contains("network 127.0.0.0/24");
        assertThat(takeover.get("newer").asText()).contains("network 127.0.0.0/24");
        assertThat(flags()).contains("SECOND_BROWSER").contains("There: ").contains("Came: ");
        assertThat(other.join().joined().get("state").asText()).isEqualTo("AWAITING");
        assertThat(candidate.api().get(candidate.path("")).expect(200).text("state"))
                .isEqualTo("RUNNING");
        live.ok("say", Map.of("text", "I am still here"));
    }

    @Test
    void lendsNothingToAPageThatWaits() {
        other.join();
        other.api().get(other.path("")).refused(403, "TAKEOVER_WAITING");
        other.api().post(other.path("/beat")).refused(403, "TAKEOVER_WAITING");
        other.api().post(other.path("/token")).refused(403, "TAKEOVER_WAITING");
        other.api().post(other.path("/finish")).refused(403, "TAKEOVER_WAITING");
        other.api()
                .put(
                        other.path("/takes/" + UUID.randomUUID()),
                        Map.of(
                                "track",
                                "camera",
                                "mimeType",
                                TestTake.MP4,
                                "startedAt",
                                "2026-11-24T09:00:00.000Z",
                                "sliceMillis",
                                100))
                .refused(403, "TAKEOVER_WAITING");
        try (LiveSocket page = LiveSocket.of(other)) {
            assertThat(page.await("welcome").has("attempt")).isFalse();
            assertThat(page.no("say", Map.of("text", "Hello?"))).isEqualTo("TAKEOVER_WAITING");
            live.ok("say", Map.of("text", "I hold it"));
        }
    }

    @Test
    void goesOnThereWhenTheProctorLetsItIn() {
        other.join();
        try (LiveSocket page = LiveSocket.of(other)) {
            wall.ok(
                    "admit",
                    Map.of(
                            "attempt",
                            other.attempt(),
                            "page",
                            waiting().get("page").asText()));
            page.await("decided");
        }
        assertThat(other.join().joined().get("state").asText()).isEqualTo("RUNNING");
        assertThat(other.joined().hasNonNull("grant")).isTrue();
        try (LiveSocket page = LiveSocket.of(other)) {
            live.await("superseded");
            assertThat(live.closed()).isEqualTo("superseded");
            page.ok("say", Map.of("text", "Here now"));
        }
        candidate.api().post(candidate.path("/token")).refused(401, "TOKEN_SUPERSEDED");
        wall.tile(candidate, tile -> !tile.path("takeover").path("waits").asBoolean(true));
        assertThat(wall.no(
                        "admit",
                        Map.of(
                                "attempt",
                                other.attempt(),
                                "page",
                                UUID.randomUUID().toString())))
                .isEqualTo("TAKEOVER_DECIDED");
    }

    @Test
    void goesOnWhereItIsWhenTheProctorRefuses() {
        other.join();
        Map<String, Object> refusal = Map.of(
                "attempt", other.attempt(), "page", waiting().get("page").asText(), "reason", "Nobody called me");
        wall.ok("refuse", refusal);
        other.tryToJoin().refused(403, "TAKEOVER_REFUSED");
        assertThat(wall.no("refuse", refusal)).isEqualTo("TAKEOVER_DECIDED");
        live.ok("say", Map.of("text", "I go on"));
        wall.tile(candidate, tile -> !tile.hasNonNull("takeover"));
    }

    @Test
    void needsDutyAndAReason() {
        other.join();
        String page = waiting().get("page").asText();
        assertThat(wall.no("refuse", Map.of("attempt", other.attempt(), "page", page)))
                .isEqualTo("FIELD_MISSING");
        exam.partner().delete(exam.path("/proctors/proctor")).expect(204);
        assertThat(wall.no("admit", Map.of("attempt", other.attempt(), "page", page)))
                .isEqualTo("NOT_ON_DUTY");
        assertThat(other.join().joined().get("state").asText()).isEqualTo("AWAITING");
    }

    @Test
    void goesInByItselfWhenNobodyIsThereAnyMore() {
        other.join();
        live.close();
        Awaitility.await("that it is let in")
                .atMost(PATIENCE)
                .until(() -> other.join().joined().get("state").asText().equals("RUNNING"));
    }

    @Test
    void refusesAMarkThatIsNone() {
        exam.candidate("C-1").in("<script>").tryToJoin().blames("browser", "FIELD_UNREADABLE");
    }

    private JsonNode waiting() {
        return wall.tile(candidate, tile -> tile.path("takeover").path("waits").asBoolean())
                .get("takeover");
    }

    private String flags() {
        JsonNode flags =
                page.get(candidate.path("/conversation")).expect(200).json().get("flags");
        return flags.isEmpty() ? "" : flags.toString();
    }
}
