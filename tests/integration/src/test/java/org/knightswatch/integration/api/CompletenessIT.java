package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.integration.ground.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/** When a recording is complete, and what it is when it is not. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CompletenessIT {

    /** Longer than a test takes from the join to the end, on a machine that has other things to do. */
    private static final int[] ONE_MINUTE = IntStream.rangeClosed(0, 15).toArray();

    private final TestExam exam = TestExam.open(1);
    private final Candidate candidate = exam.candidate("C-1").join();

    @Test
    void isCompleteWhenEveryByteWasReadAndNoSecondIsMissing() {
        TestTake take = takeFromBefore(4);
        take.record(ONE_MINUTE);
        finish();
        take.close(ONE_MINUTE.length - 1).expect(200);
        JsonNode track = await(report -> report.get("state").asText().equals("COMPLETE"));
        assertThat(track.get("verified").asBoolean()).isTrue();
        assertThat(track.get("gaps")).isEmpty();
        assertThat(track.get("recordedSeconds")).isEqualTo(track.get("expectedSeconds"));
    }

    @Test
    void waitsForASegmentThatIsMissing() {
        TestTake take = takeFromBefore(12);
        take.record(IntStream.of(ONE_MINUTE).filter(i -> i != 2).toArray());
        finish();
        take.close(ONE_MINUTE.length - 1).expect(200);
        JsonNode gap =
                await(report -> report.get("gaps").size() == 1).get("gaps").get(0);
        assertThat(gap.get("seconds").asDouble()).isEqualTo(4.0);
        assertThat(gap.get("cause").asText()).isEqualTo("NETWORK");
        assertThat(track().get("state").asText()).isEqualTo("RECOVERING");
        take.record(2);
        await(report -> report.get("state").asText().equals("COMPLETE"));
    }

    @Test
    void refusesOtherBytesOfTheSameLength() {
        TestTake take = TestTake.announced(candidate);
        JsonNode offer = take.offers(1).expect(200).json().get("uploads").get(0);
        byte[] wrong = TestTake.bytes(1);
        wrong[wrong.length - 1] ^= 1;
        TestTake.send(offer, wrong).expect(400);
        TestTake.send(offer, TestTake.bytes(1)).expect(200);
    }

    @Test
    void noticesBytesThatWereChangedInTheStore() throws IOException {
        TestTake take = takeFromBefore(4);
        take.record(0, 1);
        try (Stream<Path> files = Files.walk(Surroundings.get().storeFolder())) {
            Path segment = files.filter(file -> file.toString().contains(take.id() + "/00001-"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length - 1] ^= 1;
            Files.write(segment, bytes);
        }
        finish();
        take.close(1).expect(200);
        JsonNode track = await(report -> report.get("takes").get(0).has("fault"));
        assertThat(track.get("verified").asBoolean()).isFalse();
        assertThat(track.get("state").asText()).isEqualTo("RECOVERING");
    }

    @Test
    void keepsWhatIsNoMediaButNeverCallsItVerified() {
        TestTake take = takeFromBefore(4);
        byte[] bytes = "This is no film.".getBytes(StandardCharsets.UTF_8);
        Answer held = candidate
                .api()
                .with("X-Content-SHA256", TestTake.sha256(bytes))
                .with("X-Start-Millis", "0")
                .with("X-Duration-Millis", "4000")
                .send("PUT", take.path("/segments/0"), "application/octet-stream", bytes);
        assertThat(held.expect(200).text("status")).isEqualTo("HELD");
        finish();
        take.close(0).expect(200);
        JsonNode track = await(report -> report.get("takes").get(0).has("fault"));
        assertThat(track.get("verified").asBoolean()).isFalse();
    }

    @Test
    void promisesNoMoreRoomThanItsQuota() {
        TestTake take = TestTake.announced(candidate);
        List<Map<String, Object>> huge = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Map<String, Object> wish = TestTake.wish(i);
            wish.put("bytes", 16 * 1024 * 1024);
            huge.add(wish);
        }
        candidate.api().post(take.path("/uploads"), Map.of("segments", huge)).refused(403, "QUOTA_EXCEEDED");
        take.record(0, 1);
    }

    @Test
    void slowsDownWhoAsksTooOften() {
        TestTake take = TestTake.announced(candidate);
        Answer answer = Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Stream.generate(take::announce)
                                .limit(50)
                                .filter(each -> each.status() != 200)
                                .findFirst()
                                .orElse(null),
                        refused -> refused != null);
        assertThat(answer.refused(429, "RATE_EXCEEDED").header("Retry-After")).matches("[1-9][0-9]*");
    }

    /** A take that began so long before now, as if its recorder had run before the join. */
    private TestTake takeFromBefore(int seconds) {
        Instant joined = Instant.parse(candidate.joined().get("serverTime").asText());
        return TestTake.announced(candidate, joined.minusSeconds(seconds).toString());
    }

    private void finish() {
        candidate.api().post(candidate.path("/finish")).expect(200);
    }

    private JsonNode await(Predicate<JsonNode> fits) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::track, fits);
    }

    private JsonNode track() {
        return exam.partner()
                .get(candidate.path("/recording"))
                .expect(200)
                .json()
                .get("tracks")
                .get(0);
    }
}
