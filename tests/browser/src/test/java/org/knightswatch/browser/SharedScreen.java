package org.knightswatch.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A candidate's shared screen: what they answer the browser, and what the exam's page makes of it. */
final class SharedScreen {

    private static final double PATIENCE_MILLIS = 120_000;
    private static final String TROUBLE = "[data-trouble=SCREEN]:visible";

    private final Page page;

    SharedScreen(Page page) {
        this.page = page;
    }

    /** From now on the candidate presses Cancel. */
    void refuse() {
        page.evaluate("sharedScreen.refuses = true");
    }

    void allow() {
        page.evaluate("sharedScreen.refuses = false");
    }

    /** As the browser's own button does, outside of any page. */
    void end() {
        page.evaluate("sharedScreen.end()");
    }

    void shareInCheck() {
        page.locator("[data-check=screen] [data-again]").click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
        page.waitForFunction("sharedScreen.asked === false", null, patiently());
    }

    void shareAgain() {
        page.locator(TROUBLE + " [data-trouble-act]").click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
        page.waitForFunction("sharedScreen.asked === false", null, patiently());
    }

    void awaitMissing() {
        page.locator(TROUBLE).waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    void awaitShared() {
        page.waitForFunction("document.querySelector('[data-trouble=SCREEN]:not([hidden])') === null", null, patiently());
    }

    void awaitSaved() {
        page.locator("[data-state=recording] b:text-is('Recording is safe')")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Until the page has lived for so much longer. */
    void awaitSeconds(int seconds) {
        Object now = page.evaluate("performance.now()");
        page.waitForFunction("(then) => performance.now() > then + " + seconds * 1_000, now, patiently());
    }

    private static Page.WaitForFunctionOptions patiently() {
        return new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS);
    }
}
