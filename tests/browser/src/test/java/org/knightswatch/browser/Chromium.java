package org.knightswatch.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, List<String>> heard = new LinkedHashMap<>();

    /** One browser process for several people who share a machine. */
    Browser shared() {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(FLAGS));
    }

    /** A process and a profile of its own, which outlives the process. Whatever it sends goes through the cable. */
    BrowserContext own(Path profile, Cable cable) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("--proxy-server=" + cable.proxy());
        flags.add("--proxy-bypass-list=<-loopback>");
        // The tone begins by itself, as a microphone would
        flags.add("--autoplay-policy=no-user-gesture-required");
        return playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(executable())
                                .setArgs(flags)
                                .setViewportSize(1280, 800));
    }

    /** Ends a browser as a power cut would, and all processes of it. */
    static void kill(Path profile) {
        processes(profile).forEach(ProcessHandle::destroyForcibly);
    }

    /** Stops all processes of a browser, as a closed lid does; {@code CONT} wakes them. */
    static void signal(Path profile, String signal) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes(profile).forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<ProcessHandle> processes(Path profile) {
        String mark = "--user-data-dir=" + profile.toAbsolutePath();
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().arguments().stream().flatMap(Stream::of).anyMatch(mark::equals))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
    }

    /** Whatever this page says on its console counts as a complaint, and every script that fails. */
    Page watched(Page page, String who) {
        return watched(page, who, message -> false);
    }

    /** The same, but for what was to be expected. */
    Page watched(Page page, String who, Predicate<ConsoleMessage> expected) {
        List<String> log = heard.computeIfAbsent(who, name -> new ArrayList<>());
        pages.put(who, page);
        page.onConsoleMessage(message -> {
            log.add(Instant.now() + " " + message.type() + ": " + message.text());
            if (message.type().equals("error") && !expected.test(message)) {
                complaints.add(who + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add(who + ": " + error));
        page.onRequestFailed(request -> log.add(Instant.now() + " " + request.url() + ": " + request.failure()));
        page.onResponse(answer -> log.add(Instant.now() + " " + answer.status() + " " + answer.url()));
        return page;
    }

    /** How every page looks now and what it did, in {@code target/failure}: for whoever has to find out what went wrong. */
    void report() {
        Path folder = Path.of("target", "failure");
        pages.forEach((who, page) -> {
            if (!page.isClosed()) {
                page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(who + ".png")));
            }
        });
        heard.forEach((who, log) -> write(folder.resolve(who + ".log"), log));
        write(folder.resolve("complaints.log"), complaints);
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: apt-get install chromium"));
    }
}
