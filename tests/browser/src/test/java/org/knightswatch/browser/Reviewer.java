package org.knightswatch.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Plays recordings, and reads from the player's own frames what they show. */
final class Reviewer {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Page page;

    Reviewer(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void openList(String exam) {
        page.navigate(Product.running().url() + "/review/list?exam=" + exam);
    }

    void openAttempt(String attempt) {
        page.navigate(Product.running().url() + "/review/attempt?id=" + attempt);
        page.locator("[data-play]:enabled").waitFor();
    }

    /** Plays from the first moment to the last; answers when each frame that was shown was taken. */
    Loss playThrough() {
        Locator video = page.locator("video[data-video=camera]");
        video.evaluate(Script.readBarcodes());
        page.locator("[data-speed='2']").click();
        page.locator("[data-play]").click();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .pollInSameThread()
                .until(() -> page.locator("[data-page][data-state=ended]").count() == 1);
        List<?> times = (List<?>) page.evaluate("() => window.storyTimes");
        return new Loss(times.stream().map(time -> ((Number) time).longValue()).toList());
    }
}
