package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;

/** A running recording that nothing comes to is an alarm, which goes by itself. */
@ExtendWith(ArquillianExtension.class)
class SilenceIT {

    private static final String SILENCE = "knightswatch.recording.silence";
    private static final String SEGMENT = "knightswatch.recording.segment";

    private final TestExam exam = TestExam.open(2);
    private final Candidate candidate = exam.candidate("C-1").join();
    private final Api supervisor = StaffBrowser.signIn("admin").session();

    @BeforeEach
    void hurry() {
        System.setProperty(SEGMENT, "PT2S");
        System.setProperty(SILENCE, "PT10S");
    }

    @AfterEach
    void takeTime() {
        System.clearProperty(SEGMENT);
        System.clearProperty(SILENCE);
    }

    @Test
    void isSeenFromTheRoomsUntilSomethingComes() {
        TestTake take = TestTake.announced(candidate);
        assertThat(silences(watching())).isZero();
        JsonNode silent = await(answer -> silences(answer) == 1);
        assertThat(silent.get("rooms").get(0).get("now").get("silent").asInt()).isEqualTo(1);
        JsonNode line = silent.get("silences").get(0);
        assertThat(line.get("track").asText()).isEqualTo("camera");
        assertThat(line.get("candidate").get("candidateId").asText()).isEqualTo("C-1");
        take.record(0, 1);
        assertThat(silences(watching())).isZero();
    }

    @Test
    void isNoneOfAnybodyWhoHasFinished() {
        Candidate other = exam.candidate("C-2").join();
        other.api().post(other.path("/finish")).expect(200);
        JsonNode silent = await(answer -> silences(answer) > 0);
        assertThat(silent.get("silences")
                        .get(0)
                        .get("candidate")
                        .get("candidateId")
                        .asText())
                .isEqualTo("C-1");
        assertThat(silences(silent)).isEqualTo(1);
    }

    @Test
    void tellsTheWallFromWhenOnItIsOne() {
        exam.partner()
                .post(exam.path("/proctors"), Map.of("proctor", "proctor"))
                .expect(200);
        TestTake.announced(candidate).record(0, 1);
        JsonNode tile = StaffBrowser.signIn("proctor")
                .session()
                .get(exam.path("/wall"))
                .expect(200)
                .json()
                .get("tiles")
                .get(0);
        JsonNode quiet = tile.get("quiet");
        assertThat(quiet.get("since").asText()).isEqualTo(tile.get("savedAt").asText());
        assertThat(Duration.between(
                        Instant.parse(quiet.get("since").asText()),
                        Instant.parse(quiet.get("silentAt").asText())))
                .hasSeconds(10);
    }

    private JsonNode await(Predicate<JsonNode> fits) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::watchingThePresent, fits);
    }

    /** Whoever gives no sign is an alarm of its own. */
    private JsonNode watchingThePresent() {
        candidate.api().post(candidate.path("/beat")).expect(204);
        return watching();
    }

    private JsonNode watching() {
        return supervisor.get(exam.path("/watching")).expect(200).json();
    }

    private static int silences(JsonNode watching) {
        return watching.get("silences").size();
    }
}
