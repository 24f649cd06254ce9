package org.knightswatch.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Sees every page in every look, on the demo's exam with a handful of candidates. Its pictures are those of the docs. */
class TourBrowserTest {

    private static final int CANDIDATES = 5;
    private static final List<String> OF_AN_EXAM =
            List.of("exam", "roster", "invitations", "duties", "consent", "retention");
    private static final List<String> OF_ALL = List.of("exams", "new-exam", "staff", "keys", "settings", "audit");

    @Test
    void seesEveryPageLightAndDarkWideAndNarrow() {
        try (Chromium chromium = new Chromium();
                Browser home = chromium.shared();
                Browser office = chromium.shared()) {
            try {
                strangers(chromium, office);
                List<Page> candidates = candidates(chromium, home);
                proctor(Staff.signIn(office, chromium, "proctor"), candidates.get(1));
                goodbyes(candidates);
                reviewer(Staff.signIn(office, chromium, "reviewer", TourBrowserTest::isRefusal));
                administrator(Staff.signIn(office, chromium, "admin"));
            } catch (RuntimeException | AssertionError e) {
                chromium.report();
                throw e;
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void strangers(Chromium chromium, Browser office) {
        Page page = chromium.watched(office.newPage(), "stranger", TourBrowserTest::isRefusal);
        page.navigate(Product.running().url() + "/login");
        Album.picture(page, "login");
        page.navigate(Product.running().url() + "/login?expired=true");
        Album.picture(page, "login-expired");
        page.navigate(Product.running().url() + "/no/such/page");
        Album.picture(page, "not-found");
        page.navigate(Product.running().url() + "/candidate/exam#unknown");
        page.locator("body[data-step=unknown-link]").waitFor();
        Album.picture(page, "candidate-unknown-link");
        page.navigate(Product.running().url() + "/login");
        TroubledExam.sit(page);
        page.close();
    }

    /** Chromium itself names every page that is refused. */
    private static boolean isRefusal(ConsoleMessage message) {
        return message.text().contains("status of 40");
    }

    private static List<Page> candidates(Chromium chromium, Browser home) {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            Page page = chromium.watched(home.newContext().newPage(), "candidate-" + i);
            page.addInitScript(Script.portraitCamera(i));
            ExamPage exam = new ExamPage(page);
            exam.open(Product.running().invitation(i));
            page.locator("body[data-step=consent]").waitFor();
            pictureOfFirst(i, page, "candidate-consent");
            exam.agree();
            exam.awaitChecked();
            pictureOfFirst(i, page, "candidate-check");
            exam.start();
            pages.add(page);
        }
        return pages;
    }

    private static void pictureOfFirst(int number, Page page, String name) {
        if (number == 0) {
            Album.picture(page, name);
        }
    }

    private static void proctor(Page wall, Page candidate) {
        wall.navigate(Product.running().url() + "/proctor/wall?exam=DEMO");
        new Proctor(wall).awaitLive(CANDIDATES);
        candidate.locator("[data-hand]").click();
        candidate.locator("#say").fill("My calculator is not on the list of tools. May I use it?");
        candidate.locator("#say").press("Enter");
        wall.locator("#tally [data-filter=hands]").waitFor();
        Album.picture(wall, "wall");
        wall.locator("[data-candidate='" + Product.running().candidate(1) + "']")
                .click();
        wall.locator("#message").fill("Yes, you may.");
        wall.locator("#message").press("Enter");
        candidate.getByText("Yes, you may.").waitFor();
        wall.getByText("Yes, you may.").first().waitFor();
        Album.wide(wall, "wall-focus");
        Album.picture(candidate, "candidate-exam");
    }

    private static void goodbyes(List<Page> candidates) {
        for (Page page : candidates) {
            new ExamPage(page).finish();
        }
        Album.picture(candidates.get(0), "candidate-goodbye");
    }

    private static void reviewer(Page page) {
        page.navigate(Product.running().url() + "/review/list?exam=DEMO");
        page.locator("tbody tr a").first().waitFor();
        Album.picture(page, "review-list");
        page.locator("tbody tr a").first().click();
        page.locator("[data-play]:enabled").waitFor();
        page.locator("[data-play]").click();
        page.locator("[data-page][data-state=playing]").waitFor();
        page.waitForTimeout(2_000);
        page.locator("[data-play]").click();
        Album.picture(page, "review-player");
        page.navigate(Product.running().url() + "/review/completeness?exam=" + TroubledExam.CODE);
        page.getByText("Camera unplugged").first().waitFor();
        Album.picture(page, "completeness");
        page.navigate(Product.running().url() + "/review/list?q=nobody");
        Album.wide(page, "review-list-none");
        page.navigate(Product.running().url() + "/admin/exams");
        Album.wide(page, "forbidden");
    }

    private static void administrator(Page page) {
        for (String name : OF_ALL) {
            page.navigate(Product.running().url() + "/admin/" + name);
            if (name.equals("settings")) {
                // Others name folders of this machine
                page.getByPlaceholder("Key or purpose").fill("knightswatch.recording");
                page.getByText("knightswatch.demo.file")
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            }
            Album.picture(page, "admin-" + name);
        }
        for (String name : OF_AN_EXAM) {
            page.navigate(Product.running().url() + "/admin/" + name + "?code=DEMO");
            Album.picture(page, "admin-" + name);
        }
        page.navigate(Product.running().url() + "/proctor/rooms?exam=DEMO");
        page.locator("[data-room='1']").waitFor();
        Album.picture(page, "rooms");
    }
}
