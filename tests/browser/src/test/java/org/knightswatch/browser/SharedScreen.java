package org.knightswatch.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

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
        share("[data-check=screen] [data-again]");
    }

    void shareAgain() {
        share(TROUBLE + " [data-trouble-act]");
    }

    void awaitMissing() {
        page.locator(TROUBLE).waitFor(patiently());
    }

    void awaitShared() {
        page.locator("[data-trouble=SCREEN]").waitFor(patiently().setState(WaitForSelectorState.HIDDEN));
    }

    void awaitSaved() {
        page.locator("[data-state=recording] b:text-is('Recording is safe')").waitFor(patiently());
    }

    /** Until the exam's clock has gone on by so many seconds. */
    void awaitSeconds(int seconds) {
        for (int second = 0; second < seconds; second++) {
            String now = page.locator("[data-time]").innerText();
            page.locator("[data-time]:not(:text-is('" + now + "'))").waitFor(patiently());
        }
    }

    /** Until the browser has answered; the page's own policy forbids to look by a script. */
    private void share(String button) {
        page.evaluate("delete document.documentElement.dataset.answered");
        page.locator(button).click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
        page.locator("html[data-answered]").waitFor(patiently());
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS);
    }
}
