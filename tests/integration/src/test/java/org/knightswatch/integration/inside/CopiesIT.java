package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.evidence.Findings;
import org.knightswatch.evidence.Verifier;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.retention.PurgeTimer;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;

/** What others recorded is kept beside our recording: it fills gaps for whoever looks, is sealed, and goes with all else. */
@ExtendWith(ArquillianExtension.class)
class CopiesIT {

    private static final String WINDOW = "knightswatch.recording.late-window";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final byte[] FILM = TestTake.joined(0, 1, 2, 3, 4);

    @Inject
    ObjectStore store;

    @Inject
    PurgeTimer purges;

    private final TestExam exam = TestExam.open(1);
    private final Candidate candidate = exam.candidate("C-1").join();
    private final Instant begin =
            Instant.parse(candidate.joined().get("serverTime").asText()).minusSeconds(12);
    private final TestTake take = TestTake.announced(candidate, begin.toString());
    private final String object = "imports/tests/" + UUID.randomUUID() + ".mp4";

    @AfterEach
    void openTheWindow() {
        System.clearProperty(WINDOW);
    }

    @Test
    void fillsAGapForWhoeverReviewsAndIsSealedWithTheRecording() {
        announce(begin.minusSeconds(2)).expect(201);
        announce(begin.minusSeconds(2)).expect(200);
        announce(begin).refused(409, "COPY_DIFFERS");
        finishWithAGap();
        assertThat(archive().has("sealedAt")).as("it waits for the copy").isFalse();

        store.put(ObjectKey.of(object), FILM, "video/mp4");
        JsonNode copy = awaitState("KEPT");
        assertThat(copy.get("sha256").asText()).isEqualTo(TestTake.sha256(FILM));
        assertThat(copy.get("durationMillis").asLong()).isEqualTo(16_000);
        fillsTheGap();
        Awaitility.await().atMost(PATIENCE).until(() -> archive().has("sealedAt"));

        verifies();
        announce(begin.minusSeconds(2)).expect(200);
        tell(words("imports/other.mp4", begin)).refused(409, "RECORDING_SEALED");
        String path = candidate.path("/recording/camera/archive/copy-janus-1.mp4?play=true");
        String where = Api.service().get(path).expect(302).header("Location");
        assertThat(where).doesNotContain("disposition");
    }

    @Test
    void keepsNothingThatIsNoFilm() {
        store.put(ObjectKey.of(object), new byte[100], "video/mp4");
        announce(begin).expect(201);

        JsonNode copy = awaitState("FAILED");
        assertThat(copy.get("fault").asText()).isEqualTo("it is neither MP4 nor WebM");
        assertThat(copy.has("archived")).isFalse();
    }

    @Test
    void refusesWhatIsNoFileOfTheAttempt() {
        tell(words("imports/../segments/a.mp4", begin)).blames("object", "COPY_OBJECT_INVALID");
        tell(words("https://example.org/a.mp4", begin)).blames("object", "COPY_OBJECT_INVALID");
        tell(words(object, begin.minusSeconds(86_400))).blames("startedAt", "VALUE_OUT_OF_RANGE");
        tell(words("Our Server", object, begin)).blames("source", "COPY_SOURCE_INVALID");
        candidate.api().post(candidate.path("/copies"), words(object, begin)).refused(404, "NOT_FOUND");
        Api.service()
                .post("/api/v1/attempts/" + UUID.randomUUID() + "/copies", words(object, begin))
                .refused(404, "ATTEMPT_UNKNOWN");
        assertThat(copies()).isEmpty();
    }

    @Test
    void goesWithAllElseThatIsPurged() {
        store.put(ObjectKey.of(object), FILM, "video/mp4");
        announce(begin).expect(201);
        awaitState("KEPT");
        finishWithAGap();
        Awaitility.await().atMost(PATIENCE).until(() -> archive().has("sealedAt"));
        String place = archive().get("place").asText();

        Api administrator = erase();

        assertThat(store.list(place, "", 10)).isEmpty();
        assertThat(store.look(ObjectKey.of(object))).isEmpty();
        assertThat(copies()).isEmpty();
        Map<String, String> gone = certified(administrator);
        assertThat(gone)
                .containsEntry(place + "copy-janus-1.mp4", TestTake.sha256(FILM))
                .containsEntry(object, TestTake.sha256(FILM));
        announce(begin).refused(410, "RECORDING_PURGED");
    }

    private Api erase() {
        Api administrator = StaffBrowser.signIn("admin").onPage("/admin/settings");
        administrator
                .post(exam.path("/roster/C-1/erasure"), Map.of("confirmation", "C-1", "reason", "Letter 12"))
                .expect(200);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            purges.tick();
            return get("/retention").at("/purge/purgedAt").isTextual();
        });
        return administrator;
    }

    /** Which objects the certificate names, with their digests. */
    private Map<String, String> certified(Api administrator) {
        Map<String, String> gone = new LinkedHashMap<>();
        administrator
                .get(candidate.path("/certificate"))
                .expect(200)
                .json()
                .at("/body/objects")
                .forEach(one ->
                        gone.put(one.get("key").asText(), one.path("sha256").asText()));
        return gone;
    }

    /** From 4 to 8 seconds nothing was held; the late window is over at once. */
    private void finishWithAGap() {
        take.record(0, 1, 3);
        take.close(3).expect(200);
        System.setProperty(WINDOW, "PT0S");
        candidate.finish();
        Awaitility.await().atMost(PATIENCE).until(() -> get("/recording")
                .at("/tracks/0/takes/0/archived")
                .asText()
                .equals("take-1.mp4"));
    }

    private void fillsTheGap() {
        JsonNode track = get("/recording").at("/tracks/0");
        assertThat(track.get("state").asText()).isEqualTo("INCOMPLETE");
        assertThat(track.at("/gaps/0/coveredSeconds").asDouble()).isEqualTo(4.0);
        List<String> sources = track.get("sources").findValuesAsText("source");
        assertThat(sources).startsWith("recorder", "janus", "recorder");
        JsonNode filled = track.at("/sources/1");
        assertThat(filled.get("object").asText()).isEqualTo("copy-janus-1.mp4");
        assertThat(filled.get("startMillis").asLong()).isEqualTo(6_000);
        assertThat(Instant.parse(filled.get("to").asText())).isEqualTo(begin.plusSeconds(8));
    }

    /** As anybody can: nothing is missing and nothing too much, and a changed byte of the copy is found. */
    private void verifies() {
        StoredFolder folder = new StoredFolder(store, archive().get("place").asText());
        Findings whole = Verifier.verify(folder, Set.of());
        assertThat(whole.list()).isEmpty();
        assertThat(whole.manifest().body().entries().toString())
                .contains("COPY", "copy-janus-1.mp4: by janus, from " + begin.minusSeconds(2));

        assertThat(Verifier.verify(folder.changing("copy-janus-1.mp4"), Set.of())
                        .list()
                        .toString())
                .contains("copy-janus-1.mp4: has other bytes");
    }

    private Answer announce(Instant startedAt) {
        return tell(words(object, startedAt));
    }

    private Answer tell(Map<String, Object> words) {
        return Api.service().post(candidate.path("/copies"), words);
    }

    private static Map<String, Object> words(String object, Instant startedAt) {
        return words("janus", object, startedAt);
    }

    private static Map<String, Object> words(String source, String object, Instant startedAt) {
        return Map.of("source", source, "track", "camera", "object", object, "startedAt", startedAt.toString());
    }

    private JsonNode awaitState(String state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> copies().get(0), copy -> copy.get("state").asText().equals(state));
    }

    private JsonNode copies() {
        return get("/copies").get("items");
    }

    private JsonNode archive() {
        return get("/recording/camera/archive");
    }

    private JsonNode get(String path) {
        return Api.service().get(candidate.path(path)).expect(200).json();
    }
}
