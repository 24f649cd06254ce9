package org.knightswatch.integration.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who is let in at the socket, and who takes over from whom. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class GreetingIT {

    private final TestExam exam = TestExam.open(2);
    private final Candidate candidate = exam.candidate("C-1").join();

    @Test
    void welcomesACandidate() {
        try (LiveSocket live = LiveSocket.of(candidate)) {
            JsonNode welcome = live.await("welcome");
            assertThat(Answer.names(welcome))
                    .contains(
                            "v",
                            "re",
                            "serverTime",
                            "connection",
                            "beatMillis",
                            "attempt",
                            "messages",
                            "handUp",
                            "nonce");
            assertThat(Answer.names(welcome.get("attempt")))
                    .contains("attemptId", "state", "pauses", "extraSeconds", "endsAt");
            assertThat(welcome.get("beatMillis").asInt()).isEqualTo(5000);
            assertThat(welcome.get("attempt").get("attemptId").asText()).isEqualTo(candidate.attempt());
        }
    }

    @Test
    void answersABeat() {
        try (LiveSocket live = LiveSocket.of(candidate)) {
            live.text("{\"v\":1,\"t\":\"beat\"}");
            String time = live.await("beat").get("serverTime").asText();
            assertThat(Instant.parse(time)).isAfter(Instant.now().minusSeconds(60));
            assertThat(live.await("beat").has("nonce")).isTrue();
        }
    }

    @Test
    void refusesAWrongToken() {
        assertThat(refusal(Map.of("token", "nonsense"))).isEqualTo("TOKEN_INVALID");
        assertThat(refusal(Map.of("ticket", "nonsense"))).isEqualTo("CREDENTIAL_UNKNOWN");
        String uploads = candidate.resume().text("uploadToken");
        assertThat(refusal(Map.of("token", uploads))).isEqualTo("TOKEN_REVOKED");
    }

    @Test
    void refusesATokenOfAnAttemptThatIsOver() {
        candidate.api().post(candidate.path("/finish")).expect(200);
        assertThat(refusal(Map.of("token", candidate.token()))).isEqualTo("ATTEMPT_ENDED");
    }

    @Test
    void takesATicketOnce() {
        Api page = StaffBrowser.signIn("proctor").onPage("/proctor/wall");
        String ticket = page.post("/api/v1/live/ticket").expect(200).text("ticket");
        try (LiveSocket live = LiveSocket.open()) {
            live.ask("hello", Map.of("ticket", ticket));
            live.await("welcome");
        }
        assertThat(refusal(Map.of("ticket", ticket))).isEqualTo("CREDENTIAL_UNKNOWN");
    }

    @Test
    void hearsNothingBeforeHello() {
        try (LiveSocket live = LiveSocket.open()) {
            assertThat(live.no("say", Map.of("text", "Hello?"))).isEqualTo("NOT_SIGNED_IN");
            assertThat(live.closed()).isEqualTo("NOT_SIGNED_IN");
        }
    }

    @Test
    void closesOnWhoeverSaysNothingOrNonsense() {
        try (LiveSocket silent = LiveSocket.open();
                LiveSocket noisy = LiveSocket.of(candidate)) {
            noisy.text("<hello/>");
            assertThat(noisy.closed()).isEqualTo("no frame of version 1");
            assertThat(silent.closed()).isEqualTo("no hello");
        }
    }

    @Test
    void opensToNoPageOfAnotherOrigin() {
        try (LiveSocket ours = LiveSocket.open(Api.anonymous().address())) {
            ours.ask("hello", Map.of("token", candidate.token()));
            ours.await("welcome");
        }
        assertThatThrownBy(() -> LiveSocket.open("https://evil.example.org")).isInstanceOf(CompletionException.class);
    }

    @Test
    void letsTheNewerPageTakeOver() {
        Candidate older = candidate;
        try (LiveSocket first = LiveSocket.of(older)) {
            Candidate newer = exam.candidate("C-1").join();
            try (LiveSocket second = LiveSocket.of(newer)) {
                first.await("superseded");
                assertThat(first.closed()).isEqualTo("superseded");
                assertThat(refusal(Map.of("token", older.token()))).isEqualTo("TOKEN_SUPERSEDED");
                older.api().post(older.path("/token")).refused(401, "TOKEN_SUPERSEDED");
                newer.api().post(newer.path("/token")).expect(200);
                second.ok("say", Map.of("text", "Still here"));
            }
        }
    }

    private static String refusal(Map<String, String> hello) {
        try (LiveSocket live = LiveSocket.open()) {
            String code = live.no("hello", hello);
            assertThat(live.closed()).isEqualTo(code);
            return code;
        }
    }
}
