package org.knightswatch.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What tokens do in browsers that have two tabs, several exams, a wrong clock or a closed lid. They live 20 s here. */
class TokensBrowserTest {

    private static final double PATIENCE_MILLIS = 240_000;
    private static final int LIFE_SECONDS = 20;
    private static final String WRONG_CLOCK = """
            (() => {
              const off = 5 * 3_600_000;
              const now = Date.now.bind(Date);
              const origin = performance.timeOrigin;
              window.Date = class extends Date {
                constructor(...parts) {
                  super(...(parts.length === 0 ? [now() + off] : parts));
                }
                static now() {
                  return now() + off;
                }
              };
              Object.defineProperty(performance, 'timeOrigin', { value: origin + off });
            })();
            """;

    private static Product product;

    private final Chromium chromium = new Chromium();

    @TempDir
    Path profiles;

    @BeforeAll
    static void start() {
        product = Product.with("data-tokens", Map.of("KNIGHTSWATCH_TOKEN_LIFE", "PT" + LIFE_SECONDS + "S"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void givesTheExamToTheNewerTabAndTheOlderSaysSo() {
        String link = product.invitation(0);
        try (Browser browser = chromium.shared()) {
            BrowserContext profile = browser.newContext();
            Page older = begin(profile, "older", link);
            Page newer = chromium.watched(profile.newPage(), "newer");
            newer.navigate(link);
            new ExamPage(newer).awaitRecording();

            new ExamPage(older).awaitStep("superseded");
            assertThat(older.getByText("Your exam is open in a newer page").isVisible())
                    .isTrue();
            older.getByText("Use this page instead").click();
            new ExamPage(older).awaitRecording();
            new ExamPage(newer).awaitStep("superseded");
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void takesPartInTwoExamsSideBySide() {
        String other = makeExam("SIDE-BY-SIDE", Duration.ofHours(2));
        try (Browser browser = chromium.shared()) {
            BrowserContext profile = browser.newContext();
            Page first = begin(profile, "first", product.invitation(1));
            Page second = begin(profile, "second", other);
            List<AtomicInteger> renewals = List.of(countCalls(first, "/token"), countCalls(second, "/token"));
            renewals.forEach(calls -> awaitCalls(calls, first));

            for (Page page : List.of(first, second)) {
                new ExamPage(page).awaitRecording();
                assertThat(page.locator("body").getAttribute("data-step")).isEqualTo("exam");
            }
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void renewsByTheClockOfTheServerWhateverTheBrowsersSays() {
        try (Browser browser = chromium.shared()) {
            BrowserContext profile = browser.newContext();
            profile.addInitScript(WRONG_CLOCK);
            Page page = begin(profile, "wrong-clock", product.invitation(2));
            AtomicInteger joins = countCalls(page, "/join");
            awaitCalls(countCalls(page, "/token"), page);

            new ExamPage(page).awaitRecording();
            assertThat(joins).hasValue(0);
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void goesOnByItselfAfterItsTokenExpiredInSleep() {
        Path profile = profiles.resolve("sleeper");
        try (Cable cable = new Cable();
                BrowserContext browser = chromium.own(profile, cable)) {
            Page page = chromium.watched(browser.pages().get(0), "sleeper", TokensBrowserTest::isRefusal);
            begin(page, product.invitation(3));
            AtomicInteger joins = countCalls(page, "/join");
            Chromium.signal(profile, "STOP");
            Instant woken = Instant.now().plusSeconds(LIFE_SECONDS + 5);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Instant.now()
                    .isAfter(woken));
            Chromium.signal(profile, "CONT");

            awaitCalls(joins, page);
            new ExamPage(page).awaitRecording();
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void saysWhyWhenTheTimeIsOverForGood() {
        String link = makeExam("SHORT", Duration.ofSeconds(75));
        try (Browser browser = chromium.shared()) {
            Page page = chromium.watched(browser.newContext().newPage(), "late", TokensBrowserTest::isRefusal);
            begin(page, link);

            page.getByText("Your time is over.").first().waitFor(patiently());
            new ExamPage(page).awaitStep("goodbye");
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void bringsUpWhatItRecordedBeforeItWasLetInAgain() {
        try (Browser browser = chromium.shared()) {
            Page page = chromium.watched(browser.newContext().newPage(), "unheard", TokensBrowserTest::isRefusal);
            begin(page, product.invitation(4));
            page.route("**/api/v1/join", nobody -> nobody.fulfill(new Route.FulfillOptions().setStatus(503)));
            page.reload();
            ExamPage exam = new ExamPage(page);
            exam.awaitRecording();
            exam.handIn();
            page.getByText("The connection is away.").first().waitFor(patiently());
            page.unroute("**/api/v1/join");

            exam.awaitStep("goodbye");
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    private Page begin(BrowserContext profile, String name, String link) {
        return begin(chromium.watched(profile.newPage(), name), link);
    }

    private static Page begin(Page page, String link) {
        ExamPage exam = new ExamPage(page);
        exam.open(link);
        exam.agree();
        exam.start();
        return page;
    }

    /** The link of the one candidate of a new exam. */
    private static String makeExam(String code, Duration length) {
        Instant now = Instant.now();
        product.post("/exams", "application/json", """
                {"code": "%s", "title": "%s", "startsAt": "%s", "endsAt": "%s", "roomSize": 5, "proctorsPerRoom": 1,
                 "seating": "FILL"}""".formatted(code, code, now.minusSeconds(60), now.plus(length)));
        product.post("/exams/" + code + "/roster", "text/csv", "candidate_id,name,email,group\nT-1,Tove Ek,,\n");
        JsonNode invitations = product.api("/exams/" + code + "/invitations").get("items");
        return invitations.get(0).get("url").asText();
    }

    /** Chromium itself names every call that is refused, and those that nobody answers. */
    private static boolean isRefusal(ConsoleMessage message) {
        return message.text().matches(".*status of (40|503).*");
    }

    /** Good answers from now on. */
    private static AtomicInteger countCalls(Page page, String path) {
        AtomicInteger calls = new AtomicInteger();
        page.onResponse(answer -> {
            if (answer.url().endsWith(path) && answer.ok()) {
                calls.incrementAndGet();
            }
        });
        return calls;
    }

    private static void awaitCalls(AtomicInteger calls, Page page) {
        page.waitForCondition(() -> calls.get() > 0, new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS);
    }
}
