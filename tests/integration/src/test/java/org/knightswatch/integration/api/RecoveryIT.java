package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.ArchiveFolder;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.integration.ground.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/** The rows of recordings come back from the store alone. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RecoveryIT {

    private final TestExam exam = TestExam.open(2);
    private final Candidate sealed = exam.candidate("C-1").join();
    private final Candidate unsealed = exam.candidate("C-2").join();

    @AfterEach
    void openTheWindow() {
        lateWindow("P3D");
    }

    @Test
    void givesBackWhatTheDatabaseHasLostToTheByte() {
        record(sealed, IntStream.rangeClosed(0, 15).toArray());
        lateWindow("PT3S");
        sealed.finish();
        new ArchiveFolder(sealed).awaitSeal();
        lateWindow("P3D");
        record(unsealed, 0, 1, 2);
        unsealed.finish();
        awaitTranscript("C-1", "\"sealed_at\"");
        awaitTranscript("C-2", "\"verified\":\"true\"");
        Told before = told();

        Api.anonymous().post("/api/v1/elsewhere/losses/" + exam.code()).expect(204);
        Api.service().get(sealed.path("/recording")).refused(404, "ATTEMPT_UNKNOWN");
        JsonNode recovered = recover();

        assertThat(told()).isEqualTo(before);
        // Other servers of the same run, with databases of their own, keep theirs in this store, too
        assertThat(recovered.get("attemptsAdded").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(recovered.get("findings").toString()).doesNotContain(exam.code());
        assertThat(recover().get("rowsAdded").asInt()).isZero();
        comesBackWithoutNames();
    }

    @Test
    void isForAdministrators() {
        Api.service().post("/api/v1/recovery").refused(404, "NOT_FOUND");
        StaffBrowser.signIn("reviewer")
                .onPage("/review/list")
                .post("/api/v1/recovery")
                .refused(403, "NOT_PERMITTED");
    }

    /** Until the roster is imported once more. */
    private void comesBackWithoutNames() {
        String roster = "candidate_id,name,email,group\nC-1,Candidate 1,,\nC-2,Candidate 2,,\n";
        assertThat(exam.partner()
                        .csv(exam.path("/roster"), roster)
                        .expect(200)
                        .json()
                        .get("updated")
                        .asInt())
                .isEqualTo(2);
        exam.readInvitations();
        exam.candidate("C-2").open().expect(200);
    }

    private JsonNode recover() {
        Api administrator = StaffBrowser.signIn("admin").onPage("/admin/settings");
        administrator.post("/api/v1/recovery", Map.of()).expect(202);
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> administrator.get("/api/v1/recovery").expect(200).json(), run -> run.has("endedAt"));
    }

    private Told told() {
        return new Told(
                body(sealed, "/recording"),
                body(sealed, "/recording/camera.m3u8"),
                body(sealed, "/recording/camera/archive"),
                body(unsealed, "/recording"),
                body(unsealed, "/recording/camera.m3u8"));
    }

    private static String body(Candidate candidate, String path) {
        return Api.service().get(candidate.path(path)).expect(200).body();
    }

    private static void record(Candidate candidate, int... sequences) {
        String begin = Instant.parse(candidate.joined().get("serverTime").asText())
                .minusSeconds(4)
                .toString();
        TestTake take = TestTake.announced(candidate, begin);
        take.record(sequences);
        take.close(sequences[sequences.length - 1]).expect(200);
    }

    private void awaitTranscript(String candidate, String words) {
        Path folder = Surroundings.get()
                .storeFolder()
                .resolve("knights-watch/segments/default")
                .resolve(exam.code())
                .resolve(candidate + "/1/rows");
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> newest(folder)
                .contains(words));
    }

    private static String newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path newest = files.filter(file -> file.toString().endsWith(".txt"))
                    .max(Path::compareTo)
                    .orElseThrow();
            return Files.readString(newest);
        }
    }

    private static void lateWindow(String window) {
        Api.anonymous().post("/api/v1/elsewhere/late-window/" + window).expect(204);
    }

    /** What the server says of both recordings, to the byte. */
    private record Told(String report, String playlist, String archive, String unsealed, String unsealedPlaylist) {}
}
