package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.evidence.Entry;
import org.knightswatch.evidence.Findings;
import org.knightswatch.evidence.Fingerprint;
import org.knightswatch.evidence.FolderSource;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.evidence.Verifier;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.ArchiveFolder;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.SampleTake;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;

/** What is recorded ends up in the archive, whole, sealed, and never over something else. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ArchiveIT {

    /** Longer than a test takes from the join to the end, on a machine that has other things to do. */
    private static final int[] ONE_MINUTE = IntStream.rangeClosed(0, 15).toArray();

    private static final Pattern RANGE = Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@(\\d+)\ntake-1.mp4");
    private static final Pattern MAP = Pattern.compile("#EXT-X-MAP:URI=\"(take-\\d.mp4)\",BYTERANGE=\"(\\d+)@0\"");

    private final TestExam exam = TestExam.open(1);
    private final Candidate candidate = exam.candidate("C-1").join();
    private final String begin = Instant.parse(
                    candidate.joined().get("serverTime").asText())
            .minusSeconds(4)
            .toString();
    private final ArchiveFolder archive = new ArchiveFolder(candidate);

    @AfterEach
    void openTheWindow() {
        lateWindow("P3D");
    }

    @Test
    void sealsARecordingThatAnybodyCanVerify() {
        record(ONE_MINUTE);
        SampleTake.mp4(candidate, begin).recordAll();
        SampleTake.webm(candidate, begin).recordAll();
        finishForGood();
        archive.awaitSeal();

        assertThat(archive.json().get("place").asText()).matches("archive/default/[a-z0-9~-]+/~c-1/1/camera/");
        assertThat(archive.names())
                .containsExactlyInAnyOrder(
                        "take-1.mp4", "take-2.mp4", "take-3.webm", "recording.m3u8", "recording.m3u", "manifest.json");
        tellsOf(verified());
        playsByRanges();
    }

    @Test
    void archivesATakeAsSoonAsItIsClosed() {
        record(0, 1);

        archive.awaitObjects("take-1.mp4");

        assertThat(archive.json().has("sealedAt")).isFalse();
        assertThat(archive.bytes("take-1.mp4")).isEqualTo(TestTake.joined(0, 1));
    }

    @Test
    void takesNothingMoreOnceItIsSealed() {
        record(ONE_MINUTE);
        finishForGood();
        archive.awaitSeal();

        lateWindow("P3D");
        TestTake.of(candidate, candidate.api(), begin).announce().refused(409, "RECORDING_SEALED");
    }

    @Test
    void takesWhatAnotherBrowserBringsUntilTheLateWindowIsOver() {
        record(ONE_MINUTE);
        candidate.finish();
        archive.awaitObjects("take-1.mp4");
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> track().path("state").asText().equals("COMPLETE"));

        record(0, 1);

        archive.awaitObjects("take-1.mp4", "take-2.mp4");
        assertThat(archive.json().has("sealedAt")).isFalse();
    }

    @Test
    void keepsOtherBytesThatLieInItsPlace() throws IOException {
        record(ONE_MINUTE);
        archive.awaitObjects("take-1.mp4");
        Files.write(archive.file("take-2.mp4"), new byte[] {1, 2, 3});
        record(0, 1);
        candidate.finish();

        JsonNode fault = Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> take(1).path("fault"), JsonNode::isTextual);
        assertThat(fault.asText()).isEqualTo("other bytes lie in the archive at take-2.mp4");
        assertThat(take(1).get("verified").asBoolean()).isTrue();
        assertThat(archive.bytes("take-2.mp4")).containsExactly(1, 2, 3);
        assertThat(archive.json().has("sealedAt")).isFalse();
    }

    @Test
    void takesTheSameBytesForWrittenBefore() throws IOException {
        record(ONE_MINUTE);
        archive.awaitObjects("take-1.mp4");
        Files.write(archive.file("take-2.mp4"), TestTake.joined(0, 1));
        record(0, 1);
        finishForGood();

        archive.awaitSeal();

        assertThat(archive.names()).contains("take-1.mp4", "take-2.mp4");
    }

    @Test
    void handsOutFilesWithoutAName() {
        record(0, 1);
        archive.awaitObjects("take-1.mp4");
        String link = archive.link(StaffBrowser.signIn("reviewer").session(), "take-1.mp4")
                .expect(302)
                .header("Location");

        String disposition = Api.anonymous().get(link).expect(200).header("Content-Disposition");
        assertThat(disposition)
                .endsWith(exam.code() + "-C-1-1-camera-take-1.mp4")
                .startsWith("attachment");
        archive.link(Api.service(), "manifest.json").refused(404, "ARCHIVE_EMPTY");
        archive.link(candidate.api(), "take-1.mp4").refused(404, "NOT_FOUND");
        archive.link(StaffBrowser.signIn("proctor").session(), "take-1.mp4").refused(403, "NOT_PERMITTED");
    }

    @Test
    void makesANewKeyAndKeepsTheOldOnesPublished() {
        Api administrator = StaffBrowser.signIn("admin").onPage("/admin/settings");
        String first = administrator.post("/api/v1/evidence/keys").expect(201).text("keyId");
        String second = administrator.post("/api/v1/evidence/keys").expect(201).text("keyId");
        record(ONE_MINUTE);
        finishForGood();
        archive.awaitSeal();

        assertThat(Manifest.read(archive.bytes("manifest.json")).seal().keyId()).isEqualTo(second);
        assertThat(keys().findValuesAsText("keyId")).contains(first, second);
        Api.service().post("/api/v1/evidence/keys").refused(404, "NOT_FOUND");
    }

    /** As whoever has nothing but a copy of the folder and the fingerprints that are published. */
    private Manifest verified() {
        Set<Fingerprint> ours = keys().findValuesAsText("fingerprint").stream()
                .map(Fingerprint::of)
                .collect(Collectors.toSet());
        Path folder = archive.file(Manifest.NAME).getParent();
        Findings findings = Verifier.verify(new FolderSource(folder), ours);
        assertThat(findings.list()).isEmpty();
        assertThat(findings.trusted()).isTrue();
        return findings.manifest();
    }

    private void tellsOf(Manifest manifest) {
        assertThat(manifest.body().exam().code()).isEqualTo(exam.code());
        assertThat(manifest.body().candidateId()).isEqualTo("C-1");
        assertThat(manifest.body().recording().state()).isEqualTo("COMPLETE");
        assertThat(manifest.body().entries())
                .filteredOn(Entry.Consent.class::isInstance)
                .hasSize(1);
        assertThat(manifest.body().entries())
                .filteredOn(Entry.Take.class::isInstance)
                .hasSize(3);
        assertThat(manifest.body().entries().toString())
                .contains("JOINED", "STARTED", "COMPLETED")
                .doesNotContain("Candidate 1");
    }

    private void playsByRanges() {
        String playlist = new String(archive.bytes("recording.m3u8"), StandardCharsets.UTF_8);
        assertThat(playlist).startsWith("#EXTM3U\n#EXT-X-VERSION:7\n").endsWith("#EXT-X-ENDLIST\n");
        assertThat(MAP.matcher(playlist).results().map(map -> map.group(1)))
                .containsExactlyInAnyOrder("take-1.mp4", "take-2.mp4");
        List<MatchResult> ranges = RANGE.matcher(playlist).results().toList();
        assertThat(ranges).hasSize(ONE_MINUTE.length - 1);
        byte[] object = archive.bytes("take-1.mp4");
        assertThat(object).isEqualTo(TestTake.joined(ONE_MINUTE));
        for (int i = 0; i < ranges.size(); i++) {
            int length = Integer.parseInt(ranges.get(i).group(1));
            int offset = Integer.parseInt(ranges.get(i).group(2));
            assertThat(Arrays.copyOfRange(object, offset, offset + length)).isEqualTo(TestTake.bytes(i + 1));
        }
    }

    private static JsonNode keys() {
        return Api.anonymous().get("/api/v1/evidence/keys").expect(200).json();
    }

    private void record(int... sequences) {
        TestTake take = TestTake.announced(candidate, begin);
        take.record(sequences);
        take.close(sequences[sequences.length - 1]).expect(200);
    }

    /** Nothing more is waited for than what comes within some seconds. */
    private void finishForGood() {
        lateWindow("PT5S");
        candidate.finish();
    }

    private static void lateWindow(String window) {
        Api.anonymous().post("/api/v1/elsewhere/late-window/" + window).expect(204);
    }

    private JsonNode take(int index) {
        return track().get("takes").get(index);
    }

    private JsonNode track() {
        return Api.service()
                .get(candidate.path("/recording"))
                .expect(200)
                .json()
                .get("tracks")
                .get(0);
    }
}
