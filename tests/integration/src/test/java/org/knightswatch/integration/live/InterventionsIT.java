package org.knightswatch.integration.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a proctor does to the exam of a candidate of their rooms, from the wall to the candidate's page. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class InterventionsIT extends WatchedExam {

    InterventionsIT() {
        super(TestExam.open(1));
    }

    @Test
    void letsTheTimeStandStillAndGivesItBack() {
        Instant before = endsAt(live.await("welcome"));
        wall.ok("pause", of(Map.of("reason", "Fire alarm")));
        live.await("the pause", frame -> stateOf(frame).equals("PAUSED"));
        wall.tile(candidate, tile -> tile.get("state").asText().equals("PAUSED") && tile.hasNonNull("pausedSince"));
        JsonNode resumed = wall.ok("resume", of(Map.of()));
        live.await(
                "the end of the pause",
                frame -> stateOf(frame).equals("RUNNING") && endsAt(frame).isAfter(before));
        assertThat(stateOf(resumed)).isEqualTo("RUNNING");
        assertThat(endsAt(resumed)).isAfter(before);
    }

    @Test
    void givesMoreTime() {
        Instant before = endsAt(live.await("welcome"));
        JsonNode extended = wall.ok("extend", of(Map.of("minutes", 15, "reason", "The network was away")));
        assertThat(endsAt(extended)).isCloseTo(before.plusSeconds(900), within(1, ChronoUnit.SECONDS));
        live.await(
                "more time", frame -> frame.path("attempt").path("extraSeconds").asInt() == 900);
        wall.tile(candidate, tile -> tile.get("extraSeconds").asInt() == 900);
    }

    @Test
    void endsTakingPartAndNeverUploading() {
        TestTake take = TestTake.announced(candidate);
        wall.ok("end", of(Map.of("reason", "Somebody else sat there")));
        live.await("the end of taking part", frame -> frame.get("t").asText().equals("revoked"));
        assertThat(live.closed()).isEqualTo("revoked");
        wall.tile(candidate, tile -> tile.get("state").asText().equals("TERMINATED"));
        candidate.api().post(candidate.path("/token")).refused(401, "TOKEN_REVOKED");
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");
        assertThat(candidate.resume().expect(200).text("state")).isEqualTo("TERMINATED");
        take.record(0, 1);
    }

    @Test
    void refusesWhatTheStateOrTheWordsDoNotAllow() {
        assertThat(wall.no("resume", of(Map.of()))).isEqualTo("ATTEMPT_ACTION_REFUSED");
        assertThat(wall.no("admit", of(Map.of()))).isEqualTo("ATTEMPT_ACTION_REFUSED");
        assertThat(wall.no("pause", of(Map.of()))).isEqualTo("FIELD_MISSING");
        assertThat(wall.no("end", of(Map.of("reason", " ")))).isEqualTo("FIELD_MISSING");
        assertThat(wall.no("extend", of(Map.of("reason", "late")))).isEqualTo("FIELD_MISSING");
        assertThat(wall.no("extend", of(Map.of("reason", "late", "minutes", 241))))
                .isEqualTo("VALUE_OUT_OF_RANGE");
        assertThat(wall.no("extend", of(Map.of("reason", "late", "minutes", 1.5))))
                .isEqualTo("FIELD_UNREADABLE");
        assertThat(wall.no("pause", of(Map.of("reason", "x".repeat(501))))).isEqualTo("FIELD_TOO_LONG");
        assertThat(candidate.api().get(candidate.path("")).expect(200).text("state"))
                .isEqualTo("RUNNING");
    }

    @Test
    void refusesWhoeverIsNotOnDutyThere() {
        exam.partner().delete(exam.path("/proctors/proctor")).expect(204);
        assertThat(wall.no("pause", of(Map.of("reason", "Hm")))).isEqualTo("NOT_ON_DUTY");
        assertThat(wall.no("extend", of(Map.of("reason", "Hm", "minutes", 5)))).isEqualTo("NOT_ON_DUTY");
        assertThat(wall.no("end", of(Map.of("reason", "Hm")))).isEqualTo("NOT_ON_DUTY");
        assertThat(live.no("end", of(Map.of("reason", "Hm")))).isEqualTo("VALUE_UNKNOWN");
        assertThat(candidate.api().get(candidate.path("")).expect(200).text("state"))
                .isEqualTo("RUNNING");
    }

    private Map<String, Object> of(Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("attempt", candidate.attempt());
        return all;
    }

    private static String stateOf(JsonNode frame) {
        return frame.path("attempt").path("state").asText();
    }

    private static Instant endsAt(JsonNode frame) {
        return Instant.parse(frame.path("attempt").path("endsAt").asText());
    }
}
