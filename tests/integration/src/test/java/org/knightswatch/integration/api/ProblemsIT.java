package org.knightswatch.integration.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** What every call refuses in the same way. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ProblemsIT {

    private static final String EXAMS = "/api/v1/exams";

    private final Api partner = Api.service();

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        Map<String, Object> draft = TestExam.draft();
        draft.put("colour", "red");
        partner.post(EXAMS, draft).refused(400, "FIELD_UNKNOWN").blames("colour", "FIELD_UNKNOWN");
    }

    @Test
    void refusesWhatIsNoJson() {
        partner.post(EXAMS, "{\"code\":").refused(400, "BODY_UNREADABLE");
        partner.post(EXAMS, "").refused(400, "BODY_UNREADABLE");
        partner.post(EXAMS, "[]").refused(400, "BODY_UNREADABLE");
        partner.post(EXAMS, "{\"code\":\"A\",\"code\":\"B\"}").refused(400, "BODY_UNREADABLE");
    }

    @Test
    void bendsNoValueIntoShape() {
        refuses("roomSize", "10");
        refuses("roomSize", 10.5);
        refuses("title", Map.of());
    }

    @Test
    void refusesOtherTypes() {
        byte[] body = "code=A".getBytes(StandardCharsets.UTF_8);
        partner.send("POST", EXAMS, "application/x-www-form-urlencoded", body).refused(415, "CONTENT_TYPE_UNSUPPORTED");
        partner.send("POST", EXAMS, "text/plain", body).refused(415, "CONTENT_TYPE_UNSUPPORTED");
        partner.with("Accept", "image/png").get(EXAMS + "/DEMO").refused(406, "NOT_ACCEPTABLE");
    }

    @Test
    void refusesOtherMethodsAndPaths() {
        partner.delete(EXAMS + "/DEMO").refused(405, "METHOD_NOT_ALLOWED");
        partner.get("/api/v1/nothing-here").refused(404, "NOT_FOUND");
    }

    @Test
    void refusesTimesThatAreNone() {
        Map<String, Object> draft = TestExam.draft();
        draft.put("startsAt", "tomorrow");
        partner.post(EXAMS, draft).refused(400, "TIME_INVALID").blames("startsAt", "TIME_INVALID");
    }

    @Test
    void keepsWhatIsHugeOutOfItsMemory() {
        Map<String, Object> draft = TestExam.draft();
        draft.put("title", "x".repeat(3_000_000));
        partner.post(EXAMS, draft).refused(413, "BODY_TOO_LARGE");
    }

    @Test
    void pagesWithinBounds() {
        String rooms = EXAMS + "/DEMO/rooms";
        partner.get(rooms + "?size=1001").blames("size", "VALUE_OUT_OF_RANGE");
        partner.get(rooms + "?size=0").blames("size", "VALUE_OUT_OF_RANGE");
        partner.get(rooms + "?page=-1").blames("page", "VALUE_OUT_OF_RANGE");
        partner.get(rooms + "?page=one").blames("page", "FIELD_UNREADABLE");
        partner.get(rooms + "?page=2147483647&size=1000").blames("page", "VALUE_OUT_OF_RANGE");
    }

    @Test
    void tellsBrowsersToKeepNothing() {
        var answer = partner.get(EXAMS + "/DEMO").expect(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    private void refuses(String field, Object value) {
        Map<String, Object> draft = TestExam.draft();
        draft.put(field, value);
        partner.post(EXAMS, draft).blames(field, "FIELD_UNREADABLE");
    }
}
