package org.knightswatch.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An exam platform has the questions in its own page, opens the recorder from there, and shows how it stands. */
class EmbeddingBrowserTest {

    private static final double PATIENCE_MILLIS = 120_000;

    private final Product product = Product.running();
    private final Chromium chromium = new Chromium();
    private final ExamPlatform platform = new ExamPlatform();

    @AfterEach
    void close() {
        chromium.close();
        platform.close();
    }

    @Test
    void opensTheRecorderAndHearsOfItUntilAllIsSaved() {
        platform.invite(makeExam("EMBEDDED", platform.url()));
        try (Browser browser = chromium.shared()) {
            Page campus = open(browser, "campus");
            Accessibility.check(campus, "an exam platform's page");
            Page recorder =
                    chromium.watched(campus.waitForPopup(() -> button(campus).click()), "recorder");
            ExamPage exam = new ExamPage(recorder);
            exam.agree();
            await(campus, "Getting ready");
            assertThat(campus.locator("#answer").isEnabled()).isFalse();

            exam.start();
            await(campus, "Recording");
            campus.locator("#answer").fill("Because it has to put the heat somewhere.");
            assertThat(recorder.getByText("Your exam is in the window you came from")
                            .isVisible())
                    .isTrue();

            campus.reload();
            await(campus, "Recording");
            recorder.reload();
            exam.awaitRecording();
            await(campus, "Recording");
            exam.finish();
            await(campus, "All saved");
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void tellsNothingToAPageThatTheServerDoesNotKnow() {
        platform.invite(makeExam("EMBEDDED-2", "https://campus.example.org/exam"));
        try (Browser browser = chromium.shared()) {
            Page campus = open(browser, "stranger");

            Page recorder = campus.waitForPopup(() -> button(campus).click());

            await(campus, "This page may not see how the recording stands");
            new ExamPage(recorder).awaitStep("consent");
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    private Page open(Browser browser, String name) {
        Page campus = chromium.watched(browser.newContext().newPage(), name);
        campus.navigate(platform.url());
        return campus;
    }

    private static Locator button(Page campus) {
        return campus.locator("knights-watch button");
    }

    private static void await(Page campus, String word) {
        campus.locator("knights-watch b")
                .getByText(word, new Locator.GetByTextOptions().setExact(true))
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** The link of its one candidate. */
    private String makeExam(String code, String examUrl) {
        Instant now = Instant.now();
        product.post("/exams", "application/json", """
                {"code": "%s", "title": "Thermodynamics I", "startsAt": "%s", "endsAt": "%s", "roomSize": 5,
                 "proctorsPerRoom": 1, "seating": "FILL", "examUrl": "%s"}""".formatted(
                        code, now.minusSeconds(60), now.plus(Duration.ofHours(2)), examUrl));
        product.post("/exams/" + code + "/roster", "text/csv", "candidate_id,name,email,group\nE-1,Emmy Roth,,\n");
        return product.api("/exams/" + code + "/invitations")
                .get("items")
                .get(0)
                .get("url")
                .asText();
    }
}
