package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.SampleTake;
import org.knightswatch.integration.client.ShownFilm;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages are told to show a tone and a colour, and the archiver looks whether their recordings have them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ChallengesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SHOWN = 3;

    private TestExam exam;

    @BeforeEach
    void begin() {
        Api.anonymous().post("/api/v1/elsewhere/challenges/PT15S").expect(204);
        exam = TestExam.open(2, Map.of("tracks", List.of("camera", "screen")));
    }

    @AfterEach
    void end() {
        Api.anonymous().delete("/api/v1/elsewhere/challenges").expect(204);
        lateWindow("P3D");
    }

    @Test
    void findsWhatARecordingHasAndMissesWhatItHasNot() {
        assertThat(exam.candidate("C-1").open().json().at("/facts/challenges").asBoolean())
                .isTrue();
        Candidate honest = exam.candidate("C-1").join();
        Candidate filmed = exam.candidate("C-2").join();
        Instant begin = Instant.parse(honest.joined().get("serverTime").asText());
        List<JsonNode> shown = showSome(honest, filmed);
        Instant end = Instant.now().plusSeconds(2);

        record(honest, new ShownFilm(begin, end, shown), begin);
        record(filmed, new ShownFilm(begin, end, List.of()), begin);
        lateWindow("PT5S");
        honest.finish();
        filmed.finish();

        assertThat(outcomes(honest, "toneFound")).containsOnly("FOUND");
        assertThat(outcomes(honest, "colourFound")).containsOnly("FOUND");
        assertThat(outcomes(filmed, "toneFound")).containsOnly("NOT_FOUND");
        assertThat(outcomes(filmed, "colourFound")).containsOnly("NOT_FOUND");
        assertThat(flags(honest)).doesNotContain("COLOURS_NOT_SEEN");
        assertThat(flags(filmed)).containsOnlyOnce("COLOURS_NOT_SEEN");
    }

    @Test
    void believesNoPageThatMakesOneUp() {
        Candidate candidate = exam.candidate("C-1").join();
        try (LiveSocket live = LiveSocket.of(candidate)) {
            String now = Instant.now().toString();
            assertThat(live.no("shown", Map.of("at", now, "shownAt", now, "tone", true, "colour", true)))
                    .isEqualTo("FIELD_UNREADABLE");
            assertThat(live.no("shown", Map.of("at", "soon", "shownAt", now, "tone", true, "colour", true)))
                    .isEqualTo("FIELD_UNREADABLE");
        }
        assertThat(shown(candidate)).isEmpty();
    }

    /** Until each of them has shown enough; answers what the first one was told to show. */
    private static List<JsonNode> showSome(Candidate first, Candidate second) {
        try (LiveSocket one = LiveSocket.of(first);
                LiveSocket other = LiveSocket.of(second)) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        acknowledge(one);
                        acknowledge(other);
                        return shown(first).size() >= SHOWN && shown(second).size() >= SHOWN;
                    });
            return one.all("challenge").toList();
        }
    }

    /** Says of each challenge that was heard, and whose moment has come, that it was shown. */
    private static void acknowledge(LiveSocket live) {
        live.text("{\"v\":1,\"t\":\"beat\"}");
        live.all("challenge")
                .map(challenge -> challenge.get("at").asText())
                .filter(at -> Instant.parse(at).isBefore(Instant.now()))
                .filter(at -> Instant.parse(at).plusSeconds(15).isAfter(Instant.now()))
                .distinct()
                .forEach(at -> live.ok("shown", Map.of("at", at, "shownAt", at, "tone", true, "colour", true)));
    }

    private static void record(Candidate candidate, ShownFilm film, Instant begin) {
        SampleTake.mp4(candidate, "camera", film.camera(), begin.toString()).recordAll();
        SampleTake.mp4(candidate, "screen", film.screen(), begin.toString()).recordAll();
    }

    private static List<String> outcomes(Candidate candidate, String of) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> shown(candidate).findValuesAsText(of), found -> !found.contains("WAITING"));
    }

    private static Stream<String> flags(Candidate candidate) {
        return timeline(candidate).get("flags").findValuesAsText("reason").stream();
    }

    private static JsonNode shown(Candidate candidate) {
        return timeline(candidate).get("challenges");
    }

    private static JsonNode timeline(Candidate candidate) {
        return StaffBrowser.signIn("reviewer")
                .session()
                .get(candidate.path("/timeline"))
                .expect(200)
                .json();
    }

    private static void lateWindow(String window) {
        Api.anonymous().post("/api/v1/elsewhere/late-window/" + window).expect(204);
    }
}
