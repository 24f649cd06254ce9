package org.knightswatch.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The exam records the screen, too, and the candidate refuses, stops and reloads: each time there is a way on. */
class ScreenShareBrowserTest {

    private static final String EXAM = "SCREEN";

    private final Product product = Product.running();
    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void isAskedForAgainAndWhatIsMissingIsNamed() {
        String link = makeExam();
        try (Browser browser = chromium.shared()) {
            Page page = chromium.watched(browser.newContext().newPage(), "screen");
            page.addInitScript(Script.sharedScreen());
            SharedScreen screen = new SharedScreen(page);
            ExamPage exam = new ExamPage(page);
            exam.open(link);
            exam.agree();
            refuseFirst(page, screen);
            exam.start();
            screen.awaitSaved();
            stopAndRefuse(screen);
            page.reload();
            exam.awaitRecording();
            screen.awaitMissing();
            screen.shareAgain();
            screen.awaitShared();
            exam.finish();
            assertThat(flags(browser)).contains("SCREEN_NOT_SHARED");
        }
        assertThat(causes("screen")).contains("DEVICE_ENDED").doesNotContain("UNKNOWN", "NETWORK");
        assertThat(causes("camera")).doesNotContain("DEVICE_ENDED");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void refuseFirst(Page page, SharedScreen screen) {
        screen.refuse();
        screen.shareInCheck();
        assertThat(page.getByText("Not shared").isVisible()).isTrue();
        screen.allow();
        screen.shareInCheck();
    }

    private static void stopAndRefuse(SharedScreen screen) {
        screen.end();
        screen.awaitMissing();
        screen.refuse();
        screen.shareAgain();
        screen.awaitMissing();
        screen.allow();
        screen.awaitSeconds(3);
        screen.shareAgain();
        screen.awaitShared();
    }

    private List<String> causes(String track) {
        return GapReport.of(attempt(), track).gaps().stream()
                .map(GapReport.Gap::cause)
                .toList();
    }

    /** The reasons of all flags, as a reviewer's page reads them. */
    private List<String> flags(Browser browser) {
        Page reviewer = Staff.signIn(browser, chromium, "reviewer");
        List<?> reasons = (List<?>) reviewer.evaluate("""
                async (id) => (await (await fetch(`/api/v1/attempts/${id}/timeline`)).json()).flags.map(({ reason }) => reason)
                """, attempt());
        return reasons.stream().map(Object::toString).toList();
    }

    private String attempt() {
        JsonNode attempts = product.api("/exams/" + EXAM + "/attempts").get("items");
        return attempts.get(0).get("attemptId").asText();
    }

    /** The link of its one candidate. */
    private String makeExam() {
        Instant now = Instant.now();
        product.post(
                "/exams", "application/json", """
                {"code": "%s", "title": "Shared screens", "startsAt": "%s", "endsAt": "%s", "roomSize": 5,
                 "proctorsPerRoom": 1, "seating": "FILL", "tracks": ["camera", "screen"]}""".formatted(EXAM, now.minusSeconds(60), now.plus(Duration.ofHours(2))));
        product.post("/exams/" + EXAM + "/roster", "text/csv", "candidate_id,name,email,group\nS-1,Tove Ek,,\n");
        return product.api("/exams/" + EXAM + "/invitations")
                .get("items")
                .get(0)
                .get("url")
                .asText();
    }
}
