package org.knightswatch.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * One exam as everybody in it lives it: set up by its administrator, watched by a proctor, sat by three candidates to whom
 * happens what happens at home, and played by a reviewer. What is lost is read from the frames that the reviewer sees.
 */
final class WholeExam {

    private static final int RECORDED_MILLIS = 60_000;
    private static final int CUT_MILLIS = 20_000;
    private static final int RELOADS = 5;
    private static final int KILLS = 2;
    private static final int LEAST_TONE = 440;
    /** What is shorter is no gap to the server. */
    private static final int LEAST_GAP_MILLIS = 1_000;

    private final String code;
    private final Chromium chromium;
    private final Path profiles;
    private final List<String> links = new ArrayList<>();
    private final List<Sitting> sittings = new ArrayList<>();
    private long cutAt;
    private long mendedAt;

    /** @param profiles an empty folder for the candidates' browsers */
    WholeExam(String code, Chromium chromium, Path profiles) {
        this.code = code;
        this.chromium = chromium;
        this.profiles = profiles;
    }

    void setUp(Page page) {
        Administrator administrator = new Administrator(page, code);
        administrator.createExam("Advanced Thermodynamics", 25);
        Accessibility.check(page, "the exam's page");
        administrator.importRoster(List.of(
                "S-1,Aino Korhonen,aino@example.org,North", "S-2,佐藤 みのか,,South", "S-3,ليلى الحداد,leila@example.org,"));
        Accessibility.check(page, "the roster");
        administrator.putOnDuty("Mateo Castellanos");
        Accessibility.check(page, "the duties");
        links.addAll(administrator.invitations());
        Accessibility.check(page, "the invitations");
        assertThat(links).hasSize(3);
    }

    void sit(Proctor proctor) {
        proctor.openWall(code);
        Candidate reloading = begin("S-1");
        Candidate cutOff = begin("S-2");
        Candidate killed = begin("S-3");
        long began = System.currentTimeMillis();
        proctor.awaitLive(3);
        for (Candidate candidate : List.of(reloading, cutOff, killed)) {
            assertThat(proctor.listenTo(candidate.id()))
                    .as("the tone of %s, heard on the wall", candidate.id())
                    .isCloseTo(toneOf(candidate.id()), within(15.0));
        }
        Accessibility.check(proctor.page(), "the wall");
        disturb(reloading, cutOff, killed);
        proctor.awaitLive(3);
        stayUntil(began + RECORDED_MILLIS, reloading.page());
        List.of(reloading, cutOff, killed).forEach(candidate -> sittings.add(finish(candidate)));
    }

    private Candidate begin(String id) {
        Candidate candidate = new Candidate(id, chromium, profiles, toneOf(id));
        candidate.beginExam(linkOf(id));
        return candidate;
    }

    /** All at once: two of them lose their pages again and again while the third has no network. */
    private void disturb(Candidate reloading, Candidate cutOff, Candidate killed) {
        cutAt = System.currentTimeMillis();
        cutOff.cutLine();
        for (int i = 0; i < RELOADS; i++) {
            reloading.reload();
            reloading.page().waitForTimeout(2_500);
            if (i < KILLS) {
                killed.kill();
                killed.comeBack(linkOf(killed.id()));
            }
        }
        stayUntil(cutAt + CUT_MILLIS, reloading.page());
        mendedAt = System.currentTimeMillis();
        cutOff.mendLine();
    }

    /** Lets all browsers go on; any page's wait serves them all. */
    private static void stayUntil(long moment, Page page) {
        page.waitForTimeout((double) Math.max(1, moment - System.currentTimeMillis()));
    }

    private Sitting finish(Candidate candidate) {
        Accessibility.check(candidate.page(), "the exam of " + candidate.id());
        List<long[]> interruptions = candidate.interruptions();
        candidate.finish();
        Accessibility.check(candidate.page(), "the goodbye to " + candidate.id());
        candidate.close();
        return new Sitting(candidate.id(), attemptOf(candidate.id()), interruptions);
    }

    /** Fails when more is missing in what the reviewer sees than may be. */
    void review(Reviewer reviewer) {
        reviewer.openList(code);
        Accessibility.check(reviewer.page(), "the list of attempts");
        List<Loss.Cost> losses = new ArrayList<>();
        for (Sitting sitting : sittings) {
            reviewer.openAttempt(sitting.attempt());
            Accessibility.check(reviewer.page(), "the player");
            Loss shown = reviewer.playThrough();
            sitting.interruptions().forEach(one -> losses.add(shown.around(one[0], one[1])));
            agree(sitting, shown);
            if (sitting.candidate().equals("S-2")) {
                assertThat(shown.longestWithin(cutAt - 1_000, mendedAt + 1_000))
                        .as("milliseconds without a frame while the network was cut")
                        .isLessThan(500);
            }
        }
        System.out.printf("Lost by %d reloads and %d kills, in ms: %s%n", RELOADS, KILLS, losses);
        List<Long> lost = losses.stream().map(Loss.Cost::lost).sorted().toList();
        assertThat(lost).as("losses by reloads and kills").hasSize(RELOADS + KILLS);
        assertThat(lost.get(lost.size() / 2)).as("median of %s", losses).isLessThan(500);
        assertThat(lost.get(lost.size() - 1)).as("worst of %s", losses).isLessThanOrEqualTo(1_000);
    }

    /** The server's report has a gap where the frames have one, and nowhere else. */
    private static void agree(Sitting sitting, Loss shown) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> GapReport.of(sitting.attempt()).isVerified());
        GapReport report = GapReport.of(sitting.attempt());
        for (GapReport.Gap gap : report.gaps()) {
            assertThat(shown.longestWithin(gap.from() - 500, gap.to() + 500))
                    .as("what the frames of %s say of %s", sitting.candidate(), gap)
                    .isCloseTo(gap.millis(), within(500L));
        }
        for (long[] one : sitting.interruptions()) {
            long hole = shown.longestWithin(one[0] - 1_500, one[1] + 1_500);
            boolean reported = report.gaps().stream().anyMatch(gap -> gap.from() < one[1] && gap.to() > one[0]);
            assertThat(reported || hole < LEAST_GAP_MILLIS + 300)
                    .as("a gap of %d ms of %s is reported in %s", hole, sitting.candidate(), report.gaps())
                    .isTrue();
        }
    }

    private String attemptOf(String candidate) {
        for (JsonNode attempt :
                Product.running().api("/exams/" + code + "/attempts").get("items")) {
            if (attempt.get("candidateId").asText().equals(candidate)) {
                return attempt.get("attemptId").asText();
            }
        }
        throw new IllegalStateException(candidate + " has no attempt");
    }

    private String linkOf(String candidate) {
        return links.get(Integer.parseInt(candidate.substring(2)) - 1);
    }

    private static int toneOf(String candidate) {
        return LEAST_TONE + 220 * (Integer.parseInt(candidate.substring(2)) - 1);
    }

    /** One candidate's exam as it went: when pages ended, and when the next ones began. */
    private record Sitting(String candidate, String attempt, List<long[]> interruptions) {}
}
