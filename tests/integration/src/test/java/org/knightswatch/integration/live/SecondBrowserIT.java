package org.knightswatch.integration.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** Another browser joins while one is connected, in an exam that lets it go on there. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SecondBrowserIT extends WatchedExam {

    SecondBrowserIT() {
        super(TestExam.open(1));
    }

    @Test
    void takesOverAndAlarmsTheWall() {
        Candidate other = exam.candidate("C-1").in("another-browser-0001").join();
        assertThat(other.joined().get("state").asText()).isEqualTo("RUNNING");
        JsonNode tile = wall.tile(candidate, seen -> seen.hasNonNull("takeover"));
        assertThat(tile.get("takeover").get("waits").asBoolean()).isFalse();
        assertThat(tile.get("flag").get("reason").asText()).isEqualTo("SECOND_BROWSER");
        try (LiveSocket page = LiveSocket.of(other)) {
            live.await("superseded");
            page.ok("say", Map.of("text", "Here now"));
        }
        assertThat(timeline()).contains("TAKEN_OVER").contains("network 127.0.0.0/24");
    }

    @Test
    void saysNothingOfAnotherTabOrAReload() {
        exam.candidate("C-1").join();
        try (LiveSocket tab = LiveSocket.of(exam.candidate("C-1").join())) {
            live.await("superseded");
            tab.ok("say", Map.of("text", "Reloaded"));
        }
        assertThat(timeline()).doesNotContain("TAKEN_OVER").doesNotContain("SECOND_BROWSER");
    }

    private String timeline() {
        return StaffBrowser.signIn("reviewer")
                .session()
                .get(candidate.path("/timeline"))
                .expect(200)
                .body();
    }
}
