package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** From the invitation to the seat. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class JoinIT {

    private final Api nobody = Api.anonymous();

    @Test
    void opensAnInvitation() {
        TestExam exam = TestExam.open(1);
        JsonNode opened = exam.candidate("C-1").open().expect(200).json();
        assertThat(Answer.names(opened))
                .contains(
                        "examCode", "title", "candidateName", "startsAt", "endsAt", "tracks", "consent", "serverTime");
        assertThat(Answer.names(opened.get("consent"))).contains("version", "language", "languages", "text", "sha256");
        assertThat(opened.get("examCode").asText()).isEqualTo(exam.code());
        assertThat(opened.get("candidateName").asText()).isEqualTo("Candidate 1");
    }

    @Test
    void choosesTheConsentTextByLanguage() {
        Candidate candidate = TestExam.open(1).candidate("C-1");
        Map<String, String> body = Map.of("invitation", candidate.invitation());
        JsonNode german = nobody.with("Accept-Language", "pl, de-AT;q=0.8, en;q=0.5")
                .post("/api/v1/invitations/open", body)
                .json();
        assertThat(german.get("consent").get("language").asText()).isEqualTo("de");
        JsonNode other = nobody.with("Accept-Language", "pl")
                .post("/api/v1/invitations/open", body)
                .json();
        assertThat(other.get("consent").get("language").asText()).isEqualTo("en");
    }

    @Test
    void knowsNoInvitationThatWasMadeUp() {
        String real = TestExam.open(1).candidate("C-1").invitation();
        char last = real.charAt(real.length() - 1);
        String touched = real.substring(0, real.length() - 1) + (last == 'A' ? 'B' : 'A');
        for (String invitation : List.of("nonsense", touched, real.substring(1), real + "A")) {
            nobody.post("/api/v1/invitations/open", Map.of("invitation", invitation))
                    .refused(404, "INVITATION_UNKNOWN");
            nobody.post("/api/v1/resume", Map.of("invitation", invitation)).refused(404, "INVITATION_UNKNOWN");
        }
        nobody.post("/api/v1/invitations/open", Map.of()).blames("invitation", "FIELD_MISSING");
    }

    @Test
    void givesAReceiptForTheVeryTextThatWasShown() {
        Candidate candidate = TestExam.open(1).candidate("C-1");
        ObjectNode yes = yes(candidate);
        Answer receipt = nobody.post("/api/v1/consents", yes).expect(201);
        assertThat(Answer.names(receipt.json())).contains("receiptId", "at");
        Map<String, Object> body =
                Map.of("invitation", candidate.invitation(), "consent", Map.of("receiptId", receipt.text("receiptId")));
        nobody.post("/api/v1/join", body).expect(200);
    }

    @Test
    void takesNoYesToAnotherText() {
        Candidate candidate = TestExam.open(1).candidate("C-1");
        nobody.post("/api/v1/consents", yes(candidate).put("sha256", "0".repeat(64)))
                .refused(409, "CONSENT_TEXT_CHANGED");
        nobody.post("/api/v1/consents", yes(candidate).put("version", "2")).refused(409, "CONSENT_TEXT_CHANGED");
        nobody.post("/api/v1/consents", yes(candidate).put("accepted", false)).refused(403, "CONSENT_REQUIRED");
    }

    @Test
    void seatsACandidate() {
        TestExam exam = TestExam.open(1);
        JsonNode joined = exam.candidate("C-1").tryToJoin().expect(200).json();
        assertThat(Answer.names(joined))
                .contains(
                        "examCode",
                        "candidateId",
                        "attemptId",
                        "attemptNumber",
                        "state",
                        "room",
                        "seat",
                        "joinToken",
                        "expiresAt",
                        "serverTime",
                        "provider",
                        "grant");
        assertThat(joined.get("candidateId").asText()).isEqualTo("C-1");
        assertThat(joined.get("attemptNumber").asInt()).isEqualTo(1);
        assertThat(joined.get("state").asText()).isEqualTo("RUNNING");
        assertThat(joined.get("room").get("number").asInt()).isEqualTo(1);
        assertThat(joined.get("seat").asInt()).isEqualTo(1);
        assertThat(joined.get("provider").asText()).isEqualTo("direct");
        Instant now = Instant.parse(joined.get("serverTime").asText());
        assertThat(Instant.parse(joined.get("expiresAt").asText())).isEqualTo(now.plusSeconds(600));
    }

    @Test
    void keepsTheSeatHoweverOftenSomebodyJoins() {
        Candidate candidate = TestExam.open(2).candidate("C-2");
        JsonNode first = candidate.join().joined();
        JsonNode second = candidate.join().joined();
        for (String same : List.of("attemptId", "room", "seat", "attemptNumber")) {
            assertThat(second.get(same)).isEqualTo(first.get(same));
        }
        assertThat(second.get("joinToken")).isNotEqualTo(first.get("joinToken"));
    }

    @Test
    void letsNobodyInWithoutConsent() {
        Candidate candidate = TestExam.open(1).candidate("C-1");
        Map<String, Object> body = Map.of("invitation", candidate.invitation());
        nobody.post("/api/v1/join", body).refused(403, "CONSENT_REQUIRED");
        Map<String, Object> foreign = Map.of(
                "invitation",
                candidate.invitation(),
                "consent",
                Map.of("receiptId", UUID.randomUUID().toString()));
        nobody.post("/api/v1/join", foreign).refused(403, "CONSENT_REQUIRED");
    }

    @Test
    void letsNobodyInBeforeTheExamOpensOrAfterItClosed() {
        Instant now = Instant.now();
        TestExam early =
                TestExam.open(1, Map.of("startsAt", now.plusSeconds(600).toString()));
        early.candidate("C-1").tryToJoin().refused(403, "EXAM_NOT_OPEN");
        TestExam late = TestExam.open(
                1,
                Map.of(
                        "startsAt", now.minusSeconds(600).toString(),
                        "endsAt", now.minusSeconds(60).toString()));
        late.candidate("C-1").tryToJoin().refused(403, "EXAM_NOT_OPEN");
    }

    @Test
    void endsForGood() {
        Candidate candidate = TestExam.open(1).candidate("C-1").join();
        candidate.api().post(candidate.path("/finish")).expect(200);
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");
    }

    private static ObjectNode yes(Candidate candidate) {
        JsonNode consent = candidate.open().json().get("consent");
        return Answer.JSON
                .createObjectNode()
                .put("invitation", candidate.invitation())
                .put("version", consent.get("version").asText())
                .put("language", consent.get("language").asText())
                .put("sha256", consent.get("sha256").asText())
                .put("accepted", true);
    }
}
