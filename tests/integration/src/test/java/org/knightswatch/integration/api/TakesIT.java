package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;

/** Announcing takes, sending segments, having them held, closing. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TakesIT {

    private final Candidate candidate = TestExam.open(2).candidate("C-1").join();
    private final TestTake take = TestTake.announced(candidate);

    @Test
    void announcesATakeOnce() {
        take.announce().expect(200);
        Map<String, Object> other = take.words();
        other.put("sliceMillis", 500);
        candidate.api().put(take.path(""), other).refused(409, "TAKE_DIFFERS");
    }

    /** A page that is loaded anew repeats what the one before it was just saying. */
    @Test
    void announcesATakeOnceHoweverManySaySoAtOnce() {
        TestTake another = TestTake.of(
                candidate, candidate.api(), take.words().get("startedAt").toString());

        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> another.announce().status())
                .toList();

        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 200);
    }

    @Test
    void looksAtWhatIsAnnounced() {
        announces("track", "screen", "VALUE_UNKNOWN");
        announces("track", "smell", "VALUE_UNKNOWN");
        announces("mimeType", "text/html", "MIME_TYPE_INVALID");
        announces("startedAt", "now", "TIME_INVALID");
        announces("sliceMillis", 0, "VALUE_OUT_OF_RANGE");
        announces("sliceMillis", null, "FIELD_MISSING");
        candidate.api().put(candidate.path("/takes/no-uuid"), take.words()).expect(404);
    }

    @Test
    void offersAPlaceForExactlyTheseBytes() {
        JsonNode offer = take.offers(0).expect(200).json().get("uploads").get(0);
        assertThat(Answer.names(offer)).contains("sequence", "method", "url", "headers", "expiresAt");
        assertThat(offer.get("method").asText()).isEqualTo("PUT");
        assertThat(Answer.names(offer.get("headers")).stream().map(String::toLowerCase))
                .doesNotContain("host", "content-length");
        TestTake.send(offer, TestTake.bytes(1)).expect(403);
        TestTake.send(offer, TestTake.bytes(0)).expect(200);
        TestTake.send(offer, TestTake.bytes(0)).expect(412);
    }

    @Test
    void holdsOnlyWhatLiesInTheStore() {
        JsonNode offers = take.offers(0, 1, 2).expect(200).json().get("uploads");
        TestTake.send(offers.get(0), TestTake.bytes(0)).expect(200);
        TestTake.send(offers.get(2), TestTake.bytes(2)).expect(200);
        assertThat(statuses(take.commit(2, 1, 0))).containsExactly("2 HELD", "1 MISSING", "0 HELD");
        JsonNode again = take.offers(0, 1).expect(200).json().get("uploads");
        assertThat(again.get(0).toString()).isEqualTo("{\"sequence\":0,\"held\":true}");
        assertThat(again.get(1).has("url")).isTrue();
    }

    @Test
    void keepsTheFirstBytesOfASequence() {
        take.record(0);
        Map<String, Object> other = TestTake.claim(0);
        other.put("sha256", "ab".repeat(32));
        JsonNode outcome = candidate
                .api()
                .post(take.path("/segments"), Map.of("segments", List.of(other)))
                .expect(200)
                .json()
                .get("segments")
                .get(0);
        assertThat(outcome.get("status").asText()).isEqualTo("MISMATCH");
        assertThat(outcome.get("heldSha256").asText()).isEqualTo(TestTake.sha256(TestTake.bytes(0)));
        assertThat(statuses(take.commit(0))).containsExactly("0 HELD");
    }

    @Test
    void relaysForBrowsersThatDoNotReachTheStore() {
        Answer held = take.relay(0, TestTake.bytes(0)).expect(200);
        assertThat(held.json().toString()).isEqualTo("{\"sequence\":0,\"status\":\"HELD\"}");
        take.relay(0, TestTake.bytes(0)).expect(200);
        take.relay(1, TestTake.bytes(2)).blames("X-Content-SHA256", "SEGMENT_DIFFERS");
        assertThat(statuses(take.commit(1))).containsExactly("1 MISSING");
    }

    @Test
    void looksAtWhatIsClaimed() {
        refusesClaim("sequence", 100_000, "VALUE_OUT_OF_RANGE");
        refusesClaim("sequence", -1, "VALUE_OUT_OF_RANGE");
        refusesClaim("bytes", 0, "VALUE_OUT_OF_RANGE");
        refusesClaim("bytes", 16 * 1024 * 1024 + 1, "SEGMENT_TOO_LARGE");
        refusesClaim("sha256", "AB".repeat(32), "SHA256_INVALID");
        refusesClaim("startMillis", -1, "VALUE_OUT_OF_RANGE");
        refusesClaim("durationMillis", null, "FIELD_MISSING");
        int[] many = IntStream.range(0, 65).toArray();
        take.offers(many).blames("segments", "VALUE_OUT_OF_RANGE");
        take.offers().blames("segments", "VALUE_OUT_OF_RANGE");
    }

    @Test
    void countsWhatThePageAtTheSocketVouchesFor() {
        take.send(0, 1, 2, 3);
        try (LiveSocket live = LiveSocket.of(candidate)) {
            String nonce = live.await("welcome").get("nonce").asText();
            assertThat(statuses(take.commit(nonce, 0, 1))).containsExactly("0 HELD", "1 HELD");
        }
        assertThat(statuses(take.commit("1.AAAAAAAAAAAAAAAAAAAAAA", 2))).containsExactly("2 HELD");
        assertThat(statuses(take.commit(3))).containsExactly("3 HELD");
        JsonNode report =
                candidate.api().get(candidate.path("/recording")).expect(200).json();
        assertThat(report.at("/tracks/0/takes/0/witnessed").asInt()).isEqualTo(2);
    }

    @Test
    void closesATakeAndNamesWhatIsMissing() {
        take.record(0, 2);
        Answer closed = take.close(4).expect(200);
        assertThat(closed.json().toString()).isEqualTo("{\"state\":\"CLOSED\",\"missing\":[[1,1],[3,4]]}");
        assertThat(take.close(4).expect(200).body()).isEqualTo(closed.body());
        take.close(5).refused(409, "TAKE_CLOSED");
        take.close(1).refused(409, "TAKE_CLOSED");
        take.offers(5).refused(409, "TAKE_CLOSED");
        take.commit(5).refused(409, "TAKE_CLOSED");
        take.record(1, 3, 4);
        assertThat(take.close(4).expect(200).json().get("missing")).isEmpty();
    }

    @Test
    void closesNoTakeBeforeWhatIsHeld() {
        take.record(0, 1);
        take.close(0).blames("lastSequence", "VALUE_OUT_OF_RANGE");
        TestTake empty = TestTake.announced(candidate);
        assertThat(empty.close(-1).expect(200).json().get("missing")).isEmpty();
    }

    @Test
    void takesSegmentsOfNobodyElse() {
        Api thief = TestExam.open(1).candidate("C-1").join().api();
        thief.put(take.path(""), take.words()).refused(404, "NOT_FOUND");
        thief.post(take.path("/uploads"), Map.of("segments", List.of(TestTake.wish(0))))
                .refused(404, "NOT_FOUND");
        thief.post(take.path("/close"), Map.of("lastSequence", 0, "reason", "POLICY"))
                .refused(404, "NOT_FOUND");
        Api.service()
                .post(take.path("/close"), Map.of("lastSequence", 0, "reason", "POLICY"))
                .refused(404, "NOT_FOUND");
        Api.anonymous().put(take.path(""), take.words()).refused(401, "NOT_SIGNED_IN");
        TestTake unknown = TestTake.of(candidate, candidate.api(), Instant.now().toString());
        unknown.offers(0).refused(404, "TAKE_UNKNOWN");
    }

    @Test
    void goesOnByAnUploadTokenAfterTheEnd() {
        take.record(0);
        candidate.api().post(candidate.path("/finish")).expect(200);
        JsonNode resumed = candidate.resume().expect(200).json();
        assertThat(resumed.get("takes").toString())
                .isEqualTo("[{\"takeId\":\"" + take.id()
                        + "\",\"track\":\"camera\",\"state\":\"OPEN\",\"held\":[[0,0]]}]");
        Api late = Api.anonymous().bearer(resumed.get("uploadToken").asText());
        Map<String, Object> wishes = Map.of("segments", List.of(TestTake.wish(1)));
        JsonNode offer = late.post(take.path("/uploads"), wishes)
                .expect(200)
                .json()
                .get("uploads")
                .get(0);
        TestTake.send(offer, TestTake.bytes(1)).expect(200);
        Map<String, Object> claims = Map.of("segments", List.of(TestTake.claim(1)));
        assertThat(statuses(late.post(take.path("/segments"), claims))).containsExactly("1 HELD");
        late.post(take.path("/close"), Map.of("lastSequence", 1, "reason", "FINISHED"))
                .expect(200);
    }

    private void announces(String field, Object value, String code) {
        Map<String, Object> words = TestTake.of(
                        candidate, candidate.api(), Instant.now().toString())
                .words();
        words.put(field, value);
        String path = candidate.path("/takes/" + UUID.randomUUID());
        candidate.api().put(path, words).blames(field, code);
    }

    private void refusesClaim(String field, Object value, String code) {
        Map<String, Object> claim = TestTake.claim(0);
        claim.put(field, value);
        candidate
                .api()
                .post(take.path("/segments"), Map.of("segments", List.of(claim)))
                .blames(field, code);
    }

    private static List<String> statuses(Answer answer) {
        List<String> statuses = new ArrayList<>();
        answer.expect(200)
                .json()
                .get("segments")
                .forEach(outcome -> statuses.add(
                        outcome.get("sequence") + " " + outcome.get("status").asText()));
        return statuses;
    }
}
