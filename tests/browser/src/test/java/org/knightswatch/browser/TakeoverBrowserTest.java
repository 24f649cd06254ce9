package org.knightswatch.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody opens an exam in another browser while it is open in one, and a proctor is asked. */
class TakeoverBrowserTest {

    private static final String EXAM = "TAKEOVER";
    private static final String CANDIDATE = "T-1";

    private final Product product = Product.running();
    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void waitsUntilTheProctorLetsItInAndTheOlderPageSaysSo() {
        String link = makeExam();
        try (Browser browser = chromium.shared()) {
            Proctor proctor = new Proctor(Staff.signIn(browser, chromium, "proctor"));
            proctor.openWall(EXAM);
            Page older = open(browser, "older", link);
            new ExamPage(older).agree();
            new ExamPage(older).start();
            Page newer = open(browser, "newer", link);
            new ExamPage(newer).goOn();
            new ExamPage(newer).awaitStep("admission");
            assertThat(newer.getByText("Your proctor has to let you in").isVisible())
                    .isTrue();
            new ExamPage(older).awaitRecording();

            proctor.letIn(CANDIDATE);

            new ExamPage(newer).awaitRecording();
            new ExamPage(older).awaitStep("superseded");
            assertThat(older.getByText("Your exam is open in a newer page").isVisible())
                    .isTrue();
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    /** In a browser that nobody has seen before. */
    private Page open(Browser browser, String name, String link) {
        BrowserContext profile = browser.newContext();
        Page page = chromium.watched(profile.newPage(), name, TakeoverBrowserTest::isRefusal);
        new ExamPage(page).open(link);
        return page;
    }

    /** Chromium itself names every call that is refused: an older page's last ones are. */
    private static boolean isRefusal(ConsoleMessage message) {
        return message.text().contains("status of 401");
    }

    /** The link of its one candidate. */
    private String makeExam() {
        Instant now = Instant.now();
        product.post(
                "/exams", "application/json", """
                {"code": "%s", "title": "Takeover", "startsAt": "%s", "endsAt": "%s", "roomSize": 5, "proctorsPerRoom": 1,
                 "seating": "FILL", "takeover": "ASK"}""".formatted(EXAM, now.minusSeconds(60), now.plus(Duration.ofHours(2))));
        String roster = "candidate_id,name,email,group\n" + CANDIDATE + ",Tove Ek,,\n";
        product.post("/exams/" + EXAM + "/roster", "text/csv", roster);
        product.post("/exams/" + EXAM + "/proctors", "application/json", "{\"proctor\": \"proctor\"}");
        return product.api("/exams/" + EXAM + "/invitations")
                .get("items")
                .get(0)
                .get("url")
                .asText();
    }
}
