package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** Making, reading and changing exams. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ExamsIT {

    private final Api partner = Api.service();

    @Test
    void fillsInTheDefaults() {
        Map<String, Object> draft = TestExam.draft();
        Answer made = partner.post("/api/v1/exams", draft).expect(201);
        assertThat(made.header("Location")).endsWith("/api/v1/exams/" + draft.get("code"));
        JsonNode exam = made.json();
        assertThat(exam.get("provider").asText()).isEqualTo("direct");
        assertThat(exam.get("environment").asText()).isEqualTo("default");
        assertThat(exam.get("tracks").toString()).isEqualTo("[\"camera\"]");
        assertThat(exam.get("takeover").asText()).isEqualTo("ALLOW");
        assertThat(exam.get("consent").get("version").asText()).isEqualTo("1");
        assertThat(Answer.names(exam.get("consent").get("texts"))).contains("en", "de");
        assertThat(partner.get("/api/v1/exams/" + draft.get("code")).expect(200).json())
                .isEqualTo(exam);
    }

    @Test
    void keepsEverythingThatWasSaid() {
        Map<String, Object> draft = TestExam.draft();
        draft.put("provider", "direct");
        draft.put("environment", "default");
        draft.put("tracks", List.of("camera", "screen"));
        draft.put("examUrl", "https://exams.example.org/start");
        draft.put("consent", Map.of("version", "2026-1", "texts", Map.of("en", "I agree.", "fi", "Suostun.")));
        draft.put("takeover", "ASK");
        draft.put("attempts", 3);
        draft.put("quality", "FINE");
        ObjectNode exam =
                (ObjectNode) partner.post("/api/v1/exams", draft).expect(201).json();
        draft.put("startsAt", millis(draft.get("startsAt")));
        draft.put("endsAt", millis(draft.get("endsAt")));
        assertThat(exam).isEqualTo(Answer.JSON.valueToTree(draft));
    }

    @Test
    void writesTimesInUtcWithMilliseconds() {
        Map<String, Object> draft = TestExam.draft();
        draft.put("startsAt", "2026-11-22T10:00:00+02:00");
        draft.put("endsAt", "2026-11-22T12:00:00Z");
        Answer made = partner.post("/api/v1/exams", draft).expect(201);
        assertThat(made.text("startsAt")).isEqualTo("2026-11-22T08:00:00.000Z");
        assertThat(made.text("endsAt")).isEqualTo("2026-11-22T12:00:00.000Z");
    }

    @Test
    void takesACodeOnceWhateverTheCase() {
        TestExam exam = TestExam.open(0);
        Map<String, Object> again = TestExam.draft();
        again.put("code", exam.code().toUpperCase(Locale.ROOT));
        partner.post("/api/v1/exams", again).refused(409, "EXAM_CODE_TAKEN");
        partner.get("/api/v1/exams/" + exam.code().toLowerCase(Locale.ROOT)).expect(200);
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        Map<String, Object> draft = TestExam.draft();
        draft.put("code", "no spaces");
        draft.put("roomSize", 0);
        draft.put("endsAt", draft.get("startsAt"));
        draft.remove("title");
        draft.remove("seating");
        partner.post("/api/v1/exams", draft)
                .refused(400, "INVALID_REQUEST")
                .blames("code", "EXAM_CODE_INVALID")
                .blames("roomSize", "VALUE_OUT_OF_RANGE")
                .blames("endsAt", "EXAM_ENDS_BEFORE_START")
                .blames("title", "FIELD_MISSING")
                .blames("seating", "FIELD_MISSING");
    }

    @Test
    void knowsNoOtherProviderEnvironmentOrTrack() {
        refuses("provider", "carrier-pigeon", "PROVIDER_UNKNOWN");
        refuses("environment", "elsewhere", "ENVIRONMENT_UNKNOWN");
        refuses("tracks", List.of("screen"), "EXAM_TRACKS_INVALID");
        refuses("seating", "RANDOM", "VALUE_UNKNOWN");
        refuses("examUrl", "javascript:alert(1)", "EXAM_URL_INVALID");
    }

    @Test
    void changesAnExamAndKeepsItsConsent() {
        TestExam exam = TestExam.open(0, Map.of("consent", Map.of("version", "7", "texts", Map.of("en", "Yes."))));
        Map<String, Object> change = TestExam.draft();
        change.put("code", exam.code());
        change.put("title", "Hydraulics");
        JsonNode changed = partner.put(exam.path(""), change).expect(200).json();
        assertThat(changed.get("title").asText()).isEqualTo("Hydraulics");
        assertThat(changed.get("consent").get("version").asText()).isEqualTo("7");
        assertThat(partner.get(exam.path("")).json()).isEqualTo(changed);
    }

    @Test
    void keepsTheCodeOfAnExam() {
        TestExam exam = TestExam.open(0);
        partner.put(exam.path(""), TestExam.draft()).refused(409, "EXAM_CODE_FIXED");
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        partner.get("/api/v1/exams/NOBODY-MADE-IT").refused(404, "EXAM_UNKNOWN");
        partner.put("/api/v1/exams/NOBODY-MADE-IT", TestExam.draft()).refused(404, "EXAM_UNKNOWN");
    }

    @Test
    void letsAdministratorsReadByTheirSession() {
        TestExam exam = TestExam.open(0);
        StaffBrowser.signIn("admin").session().get(exam.path("")).expect(200);
        StaffBrowser.signIn("proctor").session().get(exam.path("")).refused(403, "NOT_PERMITTED");
        Api.anonymous().get(exam.path("")).refused(401, "NOT_SIGNED_IN");
    }

    private void refuses(String field, Object value, String code) {
        Map<String, Object> draft = TestExam.draft();
        draft.put(field, value);
        partner.post("/api/v1/exams", draft).refused(400, code).blames(field, code);
    }

    private static String millis(Object time) {
        Instant whole = Instant.parse((String) time).truncatedTo(ChronoUnit.MILLIS);
        return whole.toString().matches(".*\\.\\d{3}Z")
                ? whole.toString()
                : whole.toString().replace("Z", ".000Z");
    }
}
