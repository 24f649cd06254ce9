package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of a recording, and the playlist over it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ReportIT {

    private final Candidate candidate = TestExam.open(1).candidate("C-1").join();
    private final TestTake take = TestTake.announced(candidate);

    @Test
    void tellsOfATrackWhatTheApiPromises() {
        take.record(0, 1);
        JsonNode track = report(candidate.api());
        assertThat(Answer.names(track))
                .contains(
                        "track",
                        "state",
                        "verified",
                        "recordedSeconds",
                        "expectedSeconds",
                        "liveSeconds",
                        "takes",
                        "gaps");
        assertThat(track.get("track").asText()).isEqualTo("camera");
        assertThat(track.get("state").asText()).isEqualTo("OPEN");
        assertThat(track.get("verified").asBoolean()).isFalse();
    }

    @Test
    void verifiesWhatWasClosed() {
        take.record(0, 1, 2);
        take.close(2).expect(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> report(Api.service()).get("verified").asBoolean());
        assertThat(report(Api.service())
                        .get("takes")
                        .get(0)
                        .get("recordedSeconds")
                        .asDouble())
                .isEqualTo(8.0);
    }

    @Test
    void namesAGapWithItsCause() {
        candidate.api().post(candidate.path("/finish")).expect(200);
        take.record(0, 2);
        take.close(2).expect(200);
        JsonNode track = report(Api.service());
        assertThat(track.get("state").asText()).isEqualTo("RECOVERING");
        track.get("gaps").forEach(gap -> assertThat(Answer.names(gap))
                .contains("from", "to", "seconds", "cause", "causeBy", "explained"));
    }

    @Test
    void isForWhoMayLookAtIt() {
        report(StaffBrowser.signIn("reviewer").session());
        report(StaffBrowser.signIn("admin").session());
        StaffBrowser.signIn("proctor")
                .session()
                .get(candidate.path("/recording"))
                .refused(404, "ATTEMPT_UNKNOWN");
        Api.anonymous().get(candidate.path("/recording")).refused(401, "NOT_SIGNED_IN");
    }

    @Test
    void playsWhileRecordingUpToTheFirstHole() {
        Api.service().get(candidate.path("/recording/camera.m3u8")).refused(404, "PLAYLIST_EMPTY");
        take.record(0, 1, 3);
        Answer playlist =
                Api.service().get(candidate.path("/recording/camera.m3u8")).expect(200);
        assertThat(playlist.header("Content-Type")).startsWith("application/vnd.apple.mpegurl");
        assertThat(playlist.body()).startsWith("#EXTM3U").contains("#EXT-X-PLAYLIST-TYPE:EVENT");
        assertThat(segments(playlist)).containsExactly(segment(1));
        take.record(2);
        assertThat(segments(Api.service().get(candidate.path("/recording/camera.m3u8"))))
                .containsExactly(segment(1), segment(2), segment(3));
    }

    @Test
    void sendsPlayersToTheStore() {
        take.record(0, 1);
        Answer answer =
                Api.service().get(candidate.path("/recording/" + segment(1))).expect(302);
        Answer bytes = Api.anonymous().get(answer.header("Location")).expect(200);
        assertThat(bytes.headers().firstValueAsLong("Content-Length")).hasValue(TestTake.bytes(1).length);
        Api.service().get(candidate.path("/recording/" + segment(7))).refused(404, "SEGMENT_UNKNOWN");
        candidate.api().get(candidate.path("/recording/" + segment(1))).refused(404, "NOT_FOUND");
        Api.service().get(candidate.path("/recording/smell.m3u8")).expect(404);
    }

    private JsonNode report(Api caller) {
        return caller.get(candidate.path("/recording"))
                .expect(200)
                .json()
                .get("tracks")
                .get(0);
    }

    private String segment(int sequence) {
        return "segments/" + take.id() + "/" + sequence + ".m4s";
    }

    private static List<String> segments(Answer playlist) {
        return playlist.body().lines().filter(line -> !line.startsWith("#")).toList();
    }
}
