package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;

/** Taking an exam more than once, as its policy says. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class FurtherAttemptsIT {

    @Test
    void givesAsManyAttemptsAsTheExamSays() {
        Candidate candidate = exam(2).candidate("C-1").join().finish();
        JsonNode first = candidate.joined();
        assertThat(candidate.open().json().get("nextAttempt").toString()).isEqualTo("{\"number\":2,\"of\":2}");
        JsonNode second = candidate.join().finish().joined();

        assertThat(second.get("attemptNumber").asInt()).isEqualTo(2);
        assertThat(second.get("attemptId")).isNotEqualTo(first.get("attemptId"));
        for (String same : List.of("room", "seat")) {
            assertThat(second.get(same)).isEqualTo(first.get(same));
        }
        assertThat(candidate.open().json().has("nextAttempt")).isFalse();
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");
    }

    @Test
    void keepsTheNumberOfAttemptsOfAnExam() {
        TestExam exam = exam(3);
        JsonNode stored = exam.partner().get(exam.path("")).expect(200).json();
        assertThat(stored.get("attempts").asInt()).isEqualTo(3);
        for (Object wrong : List.of(0, 11)) {
            Map<String, Object> change = change(exam, wrong);
            exam.partner().put(exam.path(""), change).blames("attempts", "VALUE_OUT_OF_RANGE");
        }
        exam.partner().put(exam.path(""), change(exam, 1.5)).blames("attempts", "FIELD_UNREADABLE");
        TestExam plain = TestExam.open(0);
        JsonNode one = plain.partner().get(plain.path("")).expect(200).json();
        assertThat(one.get("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void beginsTheNextAttemptOnlyOnPurpose() {
        Candidate candidate = exam(2).candidate("C-1").join().finish();
        candidate.tryToJoin(1).refused(409, "ATTEMPT_ENDED");
        candidate.tryToJoin(3).refused(404, "ATTEMPT_UNKNOWN");
        assertThat(number(candidate.tryToJoin(2))).isEqualTo(2);
        candidate.tryToJoin(1).refused(409, "ATTEMPT_ENDED");
        assertThat(number(candidate.tryToJoin(2))).isEqualTo(2);
    }

    @Test
    void makesOneAttemptOfManyJoinsAtOnce() {
        TestExam exam = exam(3);
        Candidate candidate = exam.candidate("C-1").join().finish();
        List<CompletableFuture<Answer>> asked = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(candidate::tryToJoin))
                .toList();

        assertThat(asked).extracting(CompletableFuture::join).allSatisfy(answer -> assertThat(number(answer))
                .isEqualTo(2));
        assertThat(numbers(exam)).containsExactly(1, 2);
    }

    @Test
    void endsWithTheExam() {
        TestExam exam = exam(2);
        Candidate candidate = exam.candidate("C-1").join().finish();
        Map<String, Object> change = change(exam, 2);
        change.put("endsAt", Instant.now().toString());
        exam.partner().put(exam.path(""), change).expect(200);

        candidate.tryToJoin().refused(403, "EXAM_NOT_OPEN");
        assertThat(candidate.open().json().has("nextAttempt")).isFalse();
    }

    @Test
    void goesOnUploadingWhatWasRecordedBefore() {
        Candidate candidate = exam(2).candidate("C-1").join();
        TestTake take = TestTake.announced(candidate);
        String uploads = take.path("/uploads");
        String renew = candidate.path("/token");
        Api before = candidate.finish().api();
        candidate.join();

        JsonNode resumed = candidate.resume(1).expect(200).json();
        Api after = Api.anonymous().bearer(resumed.get("uploadToken").asText());
        Map<String, Object> wish = Map.of("segments", List.of(TestTake.wish(0)));
        assertThat(uploads).contains(resumed.get("attemptId").asText());
        assertThat(resumed.get("takes").get(0).get("takeId").asText()).isEqualTo(take.id());
        after.post(uploads, wish).expect(200);
        before.post(uploads, wish).expect(200);
        before.post(renew).refused(409, "ATTEMPT_ENDED");
        after.get(candidate.path("/recording")).refused(404, "NOT_FOUND");
        assertThat(candidate.resume().json().get("attemptId").asText()).isEqualTo(candidate.attempt());
        candidate.resume(3).refused(404, "ATTEMPT_UNKNOWN");
    }

    @Test
    void carriesNoExtraTimeOver() {
        TestExam exam = exam(2);
        Candidate candidate = exam.candidate("C-1").join();
        atTheWall(exam, candidate, "extend", Map.of("minutes", 15, "reason", "The network was away"));
        candidate.finish();
        JsonNode second =
                candidate.join().api().get(candidate.path("")).expect(200).json();

        assertThat(second.get("extraSeconds").asInt()).isZero();
        assertThat(second.get("pauses")).isEmpty();
        assertThat(second.get("endsAt")).isEqualTo(candidate.open().json().get("endsAt"));
    }

    @Test
    void showsACandidateOnceByTheNewestAttempt() {
        TestExam exam = exam(2);
        Candidate candidate = exam.candidate("C-1").join().finish().join();
        Api page = StaffBrowser.signIn("proctor").onPage("/proctor/wall");
        exam.partner()
                .post(exam.path("/proctors"), Map.of("proctor", "proctor"))
                .expect(200);
        JsonNode wall = page.get(exam.path("/wall")).expect(200).json();
        JsonNode room =
                exam.partner().get(exam.path("/rooms")).json().get("items").get(0);

        assertThat(wall.get("tiles")).hasSize(1);
        assertThat(wall.get("tiles").get(0).get("attemptId").asText()).isEqualTo(candidate.attempt());
        assertThat(wall.get("tiles").get(0).get("number").asInt()).isEqualTo(2);
        assertThat(wall.get("counts").get("candidates").asInt()).isEqualTo(1);
        assertThat(room.get("candidates")).hasSize(1);
        assertThat(room.get("candidates").get(0).get("attemptId").asText()).isEqualTo(candidate.attempt());
        assertThat(numbers(exam)).containsExactly(1, 2);
    }

    private static TestExam exam(int attempts) {
        return TestExam.open(1, Map.of("attempts", attempts));
    }

    private static Map<String, Object> change(TestExam exam, Object attempts) {
        Map<String, Object> change = new HashMap<>(TestExam.draft());
        change.put("code", exam.code());
        change.put("attempts", attempts);
        return change;
    }

    private static List<Integer> numbers(TestExam exam) {
        JsonNode items = exam.partner().get(exam.path("/attempts")).json().get("items");
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i).get("number").asInt())
                .toList();
    }

    /** Does what a proctor does to an attempt. */
    static void atTheWall(TestExam exam, Candidate candidate, String act, Map<String, Object> how) {
        Api page = StaffBrowser.signIn("proctor").onPage("/proctor/wall");
        exam.partner()
                .post(exam.path("/proctors"), Map.of("proctor", "proctor"))
                .expect(200);
        Map<String, Object> fields = new HashMap<>(how);
        fields.put("attempt", candidate.attempt());
        try (LiveSocket wall = LiveSocket.ofProctor(page, exam)) {
            wall.ok(act, fields);
        }
    }

    private static int number(Answer joined) {
        return joined.expect(200).json().get("attemptNumber").asInt();
    }
}
