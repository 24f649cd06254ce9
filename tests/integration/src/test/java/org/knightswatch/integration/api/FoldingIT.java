package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.ArchiveFolder;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.SampleTake;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.integration.ground.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/** When a recording is sealed, the archive is the recording: its segments go, and nobody is answered otherwise. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class FoldingIT {

    private static final int[] ONE_MINUTE = IntStream.rangeClosed(0, 15).toArray();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestExam exam = TestExam.open(1);
    private final Candidate candidate = exam.candidate("C-1").join();
    private final String begin = Instant.parse(
                    candidate.joined().get("serverTime").asText())
            .minusSeconds(4)
            .toString();
    private final ArchiveFolder archive = new ArchiveFolder(candidate);
    private final TestTake take = TestTake.announced(candidate, begin);
    private final TestTake holed = TestTake.announced(candidate, begin);

    @AfterEach
    void waitAgain() {
        elsewhere("late-window", "P3D");
        elsewhere("segments-kept", "PT24H");
    }

    @Test
    void answersTheSameWithoutSegments() throws IOException {
        SampleTake.webm(candidate, begin).recordAll();
        seal();
        elsewhere("late-window", "P3D");
        Map<String, String> before = answers();
        String bytes = segment(take, 7);
        assertThat(segments()).hasSizeGreaterThan(ONE_MINUTE.length);

        elsewhere("segments-kept", "PT0S");
        Awaitility.await().atMost(PATIENCE).until(() -> segments().isEmpty());

        assertThat(answers()).isEqualTo(before);
        assertThat(segment(take, 7)).isEqualTo(bytes).isEqualTo(text(7));
        Api.service()
                .get(candidate.path("/recording/segments/" + holed.id() + "/2.m4s"))
                .refused(404, "SEGMENT_UNKNOWN");
        playsRanges();
        savesOneFile();
    }

    @Test
    void keepsSegmentsOfWhichTheArchiveHasOtherBytes() throws IOException {
        seal();
        byte[] bytes = archive.bytes("take-1.mp4");
        int kept = segments().size();
        bytes[bytes.length - 1] ^= 1;
        Files.write(archive.file("take-1.mp4"), bytes);

        elsewhere("segments-kept", "PT0S");

        JsonNode fault =
                Awaitility.await().atMost(PATIENCE).until(() -> archive.json().path("fault"), JsonNode::isTextual);
        assertThat(fault.asText()).startsWith("the archive is not as it was sealed: take-1.mp4: has other bytes");
        assertThat(segments()).hasSize(kept);
    }

    /** The rest of the answers is made of these, or of rows that nobody touches. */
    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        Stream.of(
                        "",
                        "/camera.m3u8",
                        "/camera.m3u8?take=" + take.id(),
                        "/camera/takes",
                        "/camera/archive",
                        "/camera/files")
                .map(path -> candidate.path("/recording" + path))
                .forEach(path -> answers.put(path, answer(Api.service(), path)));
        answers.put("list", answer(Api.service(), exam.path("/recordings")));
        answers.put("csv", answer(Api.service().with("Accept", "text/csv"), exam.path("/recordings")));
        answers.put("commit", take.commit(0, 7, 15).expect(200).body());
        answers.put("other", holed.relay(3, TestTake.bytes(1)).body());
        answers.put("late", holed.commit(2).body());
        answers.put("close", holed.close(3).expect(200).body());
        answers.put("resume", candidate.resume().expect(200).json().get("takes").toString());
        answers.put("review", review());
        return answers;
    }

    private static String answer(Api caller, String path) {
        return caller.get(path).expect(200).body();
    }

    private String review() {
        Api reviewer = StaffBrowser.signIn("reviewer").session();
        ObjectNode timeline = (ObjectNode) reviewer.get("/api/v1/attempts/" + candidate.attempt() + "/timeline")
                .expect(200)
                .json();
        timeline.remove("serverTime");
        return timeline.toString();
    }

    private String segment(TestTake of, int sequence) {
        Answer answer = Api.service().get(candidate.path("/recording/segments/" + of.id() + "/" + sequence + ".m4s"));
        Answer bytes = answer.status() == 302 ? Api.anonymous().get(answer.header("Location")) : answer;
        return bytes.expect(200).body();
    }

    private void playsRanges() {
        String path = candidate.path("/recording/takes/" + take.id() + ".mp4");
        String where = Api.service().get(path).expect(302).header("Location");
        int head = TestTake.bytes(0).length;
        String range = "bytes=" + head + "-" + (head + TestTake.bytes(1).length - 1);
        assertThat(Api.at(where).with("Range", range).get(where).expect(206).body())
                .isEqualTo(text(1));
        candidate.api().get(path).refused(404, "NOT_FOUND");
    }

    /** As answers of tests have bytes. */
    private static String text(int sequence) {
        return new String(TestTake.bytes(sequence), StandardCharsets.UTF_8);
    }

    private void savesOneFile() {
        String path = candidate.path("/recording/camera/files");
        JsonNode file = Api.service().get(path).expect(200).json().at("/items/0");
        assertThat(file.get("takes").toString()).isEqualTo("[3]");
        Answer answer = Api.service().get(path + "/1").expect(200);
        assertThat(answer.header("Content-Length")).isEqualTo(file.get("bytes").asText());
        assertThat(answer.header("Content-Disposition")).endsWith(exam.code() + "-C-1-1-camera-whole.webm");
        Api.service().get(path + "/2").refused(404, "ARCHIVE_EMPTY");
    }

    private void seal() {
        take.record(ONE_MINUTE);
        take.close(ONE_MINUTE.length - 1).expect(200);
        holed.record(0, 1, 3);
        holed.close(3).expect(200);
        elsewhere("late-window", "PT5S");
        candidate.finish();
        archive.awaitSeal();
    }

    private static void elsewhere(String setting, String value) {
        Api.anonymous().post("/api/v1/elsewhere/" + setting + "/" + value).expect(204);
    }

    /** What the store's own disk still has of this attempt. */
    private List<Path> segments() throws IOException {
        Path all = Surroundings.get()
                .storeFolder()
                .resolve("knights-watch/segments/default")
                .resolve(exam.code());
        if (Files.notExists(all)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(all)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/camera/"))
                    .toList();
        }
    }
}
