package org.knightswatch.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** A candidate's page, by what stands on its buttons. */
final class ExamPage {

    private static final double PATIENCE_MILLIS = 240_000;

    private final Page page;

    ExamPage(Page page) {
        this.page = page;
    }

    void open(String url) {
        page.navigate(url);
    }

    void agree() {
        page.getByRole(AriaRole.CHECKBOX).check(new Locator.CheckOptions().setTimeout(PATIENCE_MILLIS));
        press("Agree and check my device");
    }

    void awaitChecked() {
        page.locator("[data-begin]:enabled").waitFor(patiently());
    }

    void start() {
        press("Start the exam");
        awaitRecording();
    }

    /** In another browser than the one that has started; it may have to be let in. */
    void goOn() {
        press("Go on with the exam");
    }

    /** Until the page is at this step. */
    void awaitStep(String step) {
        page.locator("body[data-step=" + step + "]").waitFor(patiently());
    }

    void awaitRecording() {
        // A narrow window says so in another line
        page.locator("[data-recording]:not([hidden])").waitFor(patiently().setState(WaitForSelectorState.ATTACHED));
    }

    void finish() {
        handIn();
        awaitStep("goodbye");
    }

    void handIn() {
        press("Finish…");
        press("Finish exam");
    }

    private void press(String name) {
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        button.click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS);
    }
}
