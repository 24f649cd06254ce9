package org.knightswatch.integration.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
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

/** What candidates and their proctor tell each other, and what the server tells both. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class WallIT extends WatchedExam {

    WallIT() {
        super(TestExam.open(2, Map.of("roomSize", 1)));
    }

    @Test
    void showsTheRoomsOfAProctor() {
        JsonNode snapshot = page.get(exam.path("/wall")).expect(200).json();
        assertThat(snapshot.get("tiles")).hasSize(1);
        JsonNode tile = snapshot.get("tiles").get(0);
        assertThat(tile.get("attemptId").asText()).isEqualTo(candidate.attempt());
        assertThat(tile.get("presence").asText()).isEqualTo("CONNECTED");
        assertThat(tile.get("recording").asText()).isEqualTo("OPEN");
    }

    @Test
    void carriesMessagesBothWays() {
        live.ok("say", Map.of("text", "May I leave?"));
        JsonNode heard = wall.await("message");
        assertThat(heard.get("attempt").asText()).isEqualTo(candidate.attempt());
        assertThat(heard.get("message").get("text").asText()).isEqualTo("May I leave?");
        assertThat(heard.get("message").get("from").asText()).isEqualTo("CANDIDATE");
        wall.tile(candidate, tile -> tile.get("unread").asInt() == 1);
        wall.ok("say", Map.of("attempt", candidate.attempt(), "text", "Please wait."));
        JsonNode answer = live.await(
                "the proctor's message",
                frame -> frame.path("message").path("text").asText().equals("Please wait."));
        assertThat(answer.get("message").get("from").asText()).isEqualTo("PROCTOR");
    }

    @Test
    void raisesAndLowersAHand() {
        live.ok("hand", Map.of("up", true));
        wall.tile(candidate, tile -> tile.hasNonNull("handUpSince"));
        wall.ok("hand", Map.of("attempt", candidate.attempt(), "up", false));
        live.await(
                "a lowered hand",
                frame -> frame.get("t").asText().equals("hand")
                        && !frame.get("up").asBoolean());
    }

    @Test
    void putsANewTileOnTheWallAfterEveryChange() {
        wall.ok("flag", Map.of("attempt", candidate.attempt(), "severity", 0.7, "reason", "PHONE"));
        wall.tile(candidate, tile -> tile.path("flag").path("reason").asText().equals("PHONE"));
        TestTake.announced(candidate).record(0, 1);
        wall.tile(candidate, tile -> tile.hasNonNull("savedAt"));
        candidate.api().post(candidate.path("/finish")).expect(200);
        wall.tile(candidate, tile -> tile.get("state").asText().equals("COMPLETED"));
        live.await(
                "the end", frame -> frame.path("attempt").path("state").asText().equals("COMPLETED"));
    }

    @Test
    void tellsWhoWentMissing() {
        live.close();
        wall.tile(candidate, tile -> tile.path("presence").asText().equals("MISSING"));
        candidate.api().post(candidate.path("/beat")).expect(204);
        wall.tile(candidate, tile -> tile.path("presence").asText().equals("CONNECTED"));
    }

    @Test
    void bringsWatcherAndCandidateTogether() {
        wall.ok("watch", Map.of("attempt", candidate.attempt()));
        JsonNode watch = live.await("watch");
        String watcher = watch.get("watcher").asText();
        assertThat(watch.has("iceServers")).isTrue();
        live.ok("signal", Map.of("to", watcher, "data", Map.of("candidate", Map.of())));
        assertThat(wall.await("signal").get("from").asText()).isEqualTo(candidate.attempt());
        wall.ok("signal", Map.of("to", candidate.attempt(), "data", Map.of("candidate", Map.of())));
        assertThat(live.await("signal").get("from").asText()).isEqualTo(watcher);
        exam.partner().delete(exam.path("/proctors/proctor")).expect(204);
        assertThat(live.await("unwatch").get("watcher").asText()).isEqualTo(watcher);
        assertThat(wall.await("unwatched").get("attempt").asText()).isEqualTo(candidate.attempt());
        wall.await("resync");
    }

    @Test
    void keepsAStillForReviewers() throws IOException {
        String stills = candidate.path("/stills");
        page.send("POST", stills, "image/jpeg", "<svg/>".getBytes(StandardCharsets.US_ASCII))
                .blames("body", "FIELD_UNREADABLE");
        page.send("POST", stills, "image/jpeg", still()).expect(204);
        page.send("POST", stills, "image/jpeg", still()).expect(204);
        Api reviewer = StaffBrowser.signIn("reviewer").session();
        JsonNode kept =
                reviewer.get(candidate.path("/timeline")).expect(200).json().get("stills");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).get("by").asText()).isEqualTo("staff:proctor");
        Answer picture = reviewer.get(stills + "/" + kept.get(0).get("id").asText());
        assertThat(picture.expect(200).header("Content-Type")).isEqualTo("image/jpeg");
        page.get(stills + "/" + kept.get(0).get("id").asText()).refused(403, "NOT_PERMITTED");
        reviewer.get(stills + "/" + UUID.randomUUID()).refused(404, "NOT_FOUND");
        Candidate elsewhere = exam.candidate("C-2").join();
        exam.partner().delete(exam.path("/proctors/proctor")).expect(204);
        page.send("POST", elsewhere.path("/stills"), "image/jpeg", still()).refused(403, "NOT_ON_DUTY");
    }

    @Test
    void keepsCandidatesOfOtherRoomsToTheirProctors() {
        Candidate elsewhere = exam.candidate("C-2").join();
        exam.partner().delete(exam.path("/proctors/proctor")).expect(204);
        assertThat(wall.no("watch", Map.of("attempt", elsewhere.attempt()))).isEqualTo("NOT_ON_DUTY");
        assertThat(wall.no("say", Map.of("attempt", elsewhere.attempt(), "text", "Hm")))
                .isEqualTo("NOT_ON_DUTY");
        assertThat(live.no("signal", Map.of("to", elsewhere.attempt(), "data", Map.of())))
                .isEqualTo("WATCH_REFUSED");
    }

    private static byte[] still() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        return jpeg.toByteArray();
    }
}
