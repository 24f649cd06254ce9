package org.knightswatch.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Real Chromium, with fake cameras and without a display. What its pages complain of is kept and must be nothing. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream");

    private final Playwright playwright = Playwright.create();
    private final List<String> complaints = new ArrayList<>();

    /** One browser process for several people who share a machine. */
    Browser shared() {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(FLAGS));
    }

    /** A process and a profile of its own, which outlives the process. */
    BrowserContext own(Path profile) {
        BrowserContext context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(executable())
                                .setArgs(FLAGS)
                                .setViewportSize(1280, 800));
        return context;
    }

    /** Ends a browser as a power cut would, and all processes of it. */
    static void kill(Path profile) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.equals("--user-data-dir=" + profile.toAbsolutePath())))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Whatever this page says on its console counts, and every answer of the server that is an error. */
    Page watched(Page page, String who) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(who + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add(who + ": " + error));
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(java.nio.file.Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: apt-get install chromium"));
    }
}
