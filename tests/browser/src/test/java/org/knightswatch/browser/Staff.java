package org.knightswatch.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Predicate;

/** Signing in, as the demo's people do. */
final class Staff {

    private Staff() {}

    /** A page of somebody who is signed in, in a session of its own. */
    static Page signIn(Browser browser, Chromium chromium, String account) {
        return signIn(browser, chromium, account, message -> false);
    }

    /** The same, but for what is to be expected on the console. */
    static Page signIn(Browser browser, Chromium chromium, String account, Predicate<ConsoleMessage> expected) {
        BrowserContext session = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        Page page = chromium.watched(session.newPage(), account, expected);
        page.navigate(Product.running().url() + "/login");
        page.getByLabel("Account name").fill(account);
        page.getByLabel("Password").fill(Product.running().password(account));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }
}
