package org.knightswatch.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody who sits an exam at home: a browser of their own, a camera that shows the time, a line that can fail. */
final class Candidate implements AutoCloseable {

    private final String id;
    private final Chromium chromium;
    private final Path profile;
    private final int hertz;
    private final Cable cable = new Cable();
    private final List<Long> killed = new ArrayList<>();
    private final List<Long> returned = new ArrayList<>();
    private boolean wasCut;
    private BrowserContext context;
    private Page page;
    private ExamPage exam;

    Candidate(String id, Chromium chromium, Path profiles, int hertz) {
        this.id = id;
        this.chromium = chromium;
        this.profile = profiles.resolve(id);
        this.hertz = hertz;
        start();
    }

    String id() {
        return id;
    }

    Page page() {
        return page;
    }

    /** From the link in the invitation to the exam, as the page asks for it. */
    void beginExam(String url) {
        exam.open(url);
        exam.agree();
        exam.start();
    }

    void reload() {
        page.reload();
        exam.awaitRecording();
    }

    void cutLine() {
        wasCut = true;
        cable.cut();
    }

    void mendLine() {
        cable.mend();
    }

    /** The browser's end without a warning. */
    void kill() {
        killed.add(System.currentTimeMillis());
        Chromium.kill(profile);
    }

    void comeBack(String url) {
        start();
        exam.open(url);
        exam.awaitRecording();
        long gone = killed.get(killed.size() - 1);
        returned.add(
                times("begun").stream().filter(at -> at >= gone).findFirst().orElseThrow());
    }

    void finish() {
        exam.finish();
    }

    /** When pages of this candidate went and, in the same order, when the next ones began. */
    List<long[]> interruptions() {
        List<long[]> all = new ArrayList<>();
        List<Long> gone = times("gone");
        List<Long> begun = times("begun");
        for (Long end : gone) {
            begun.stream().filter(at -> at >= end).findFirst().ifPresent(next -> all.add(new long[] {end, next}));
        }
        for (int i = 0; i < killed.size(); i++) {
            all.add(new long[] {killed.get(i), returned.get(i)});
        }
        return all;
    }

    @Override
    public void close() {
        context.close();
        cable.close();
    }

    private void start() {
        context = chromium.own(profile, cable);
        context.addInitScript(Script.barcodeCamera(hertz));
        page = chromium.watched(context.pages().get(0), id, this::isOfTheCut);
        exam = new ExamPage(page);
    }

    /** Chromium itself names every request that fails on a lost line. */
    private boolean isOfTheCut(ConsoleMessage message) {
        return wasCut && message.text().contains("net::ERR_");
    }

    private List<Long> times(String name) {
        List<?> times =
                (List<?>) page.evaluate("(name) => JSON.parse(localStorage.getItem('story.' + name) ?? '[]')", name);
        return times.stream().map(time -> ((Number) time).longValue()).toList();
    }
}
