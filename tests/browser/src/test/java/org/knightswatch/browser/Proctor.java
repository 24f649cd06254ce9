package org.knightswatch.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Watches the wall. */
final class Proctor {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FRAMES = "video => video.getVideoPlaybackQuality().totalVideoFrames";

    private final Page page;

    Proctor(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void openWall(String exam) {
        page.navigate(Product.running().url() + "/proctor/wall?exam=" + exam);
    }

    /** Waits until so many tiles go on decoding pictures. */
    void awaitLive(int tiles) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .pollInSameThread()
                .until(() -> decoding() >= tiles);
    }

    /** Listens to this one alone, and answers the tone that is heard, in hertz. */
    double listenTo(String candidate) {
        tile(candidate).click();
        page.keyboard().press("Shift+L");
        double[] heard = new double[1];
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .pollInSameThread()
                .until(() -> (heard[0] = ((Number) page.evaluate(Script.loudestTone())).doubleValue()) > 0);
        return heard[0];
    }

    /** Lets the browser in that asks to go on with this candidate's exam. */
    void letIn(String candidate) {
        tile(candidate).click();
        Locator admit = page.locator("[data-do=admit]:enabled");
        admit.click(new Locator.ClickOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    private Locator tile(String candidate) {
        return page.locator("[data-candidate='" + candidate + "']");
    }

    private long decoding() {
        List<Long> before = frames();
        page.waitForTimeout(1_000);
        List<Long> after = frames();
        return IntStream.range(0, Math.min(before.size(), after.size()))
                .filter(i -> after.get(i) > before.get(i))
                .count();
    }

    private List<Long> frames() {
        return page.locator("[data-attempt] video").all().stream()
                .map(video -> ((Number) video.evaluate(FRAMES)).longValue())
                .toList();
    }
}
