package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.RecordingReport.Source;
import org.knightswatch.recording.RecordingReport.TrackReport;

import static org.assertj.core.api.Assertions.assertThat;

/** Which source covers which second. The exam goes from 0 to 100; our recorder has holes from 20 to 30 and 60 to 80. */
class CoverageTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void namesOurRecorderAloneWhereThereIsNoCopy() {
        assertThat(words(own())).containsExactly("recorder 0-20", "recorder 30-60", "recorder 80-100");
    }

    @Test
    void fillsAGapAndLeavesOurRecorderWhereItHoldsSomething() {
        TrackReport report = Coverage.with(own(), List.of(copy("janus", 10, 40)));

        assertThat(words(report)).containsExactly("recorder 0-20", "janus 20-30", "recorder 30-60", "recorder 80-100");
        assertThat(report.gaps()).extracting(Gap::coveredSeconds).containsExactly(10.0, 0.0);
        assertThat(report.sources().get(1)).isEqualTo(new Source("janus", at(20), at(30), "copy-janus-1.mp4", 10_000L));
    }

    @Test
    void coversAPartOfAGapWhereACopyIsShort() {
        TrackReport report = Coverage.with(own(), List.of(copy("janus", 65, 70)));

        assertThat(words(report)).contains("janus 65-70");
        assertThat(report.gaps()).extracting(Gap::coveredSeconds).containsExactly(0.0, 5.0);
    }

    @Test
    void takesOfCopiesThatOverlapTheOneThatCameFirst() {
        TrackReport report = Coverage.with(own(), List.of(copy("janus", 65, 75), copy("livekit", 50, 70)));

        assertThat(words(report))
                .containsSubsequence("recorder 30-60", "livekit 60-65", "janus 65-75", "recorder 80-100");
        assertThat(report.gaps()).extracting(Gap::coveredSeconds).containsExactly(0.0, 15.0);
    }

    @Test
    void cutsACopyThatIsLongerThanTheAttempt() {
        TrackReport report = Coverage.with(own(), List.of(copy("janus", -500, 500)));

        assertThat(words(report))
                .containsExactly("recorder 0-20", "janus 20-30", "recorder 30-60", "janus 60-80", "recorder 80-100");
    }

    @Test
    void leavesOutACopyOfAnotherTime() {
        TrackReport report = Coverage.with(own(), List.of(copy("janus", 200, 300)));

        assertThat(words(report)).isEqualTo(words(own()));
    }

    @Test
    void coversEverythingWhereOurRecorderHoldsNothing() {
        TrackReport nothing = own().with(Coverage.ours(interval(0, 100), List.of(), List.of()), List.of());

        assertThat(words(nothing)).isEmpty();
        assertThat(words(Coverage.with(nothing, List.of(copy("janus", 0, 100)))))
                .containsExactly("janus 0-100");
    }

    @Test
    void changesNoFigureOfTheRecording() {
        TrackReport report = Coverage.with(own(), List.of(copy("janus", 0, 100)));

        assertThat(report)
                .usingRecursiveComparison()
                .ignoringFields("sources", "gaps")
                .isEqualTo(own());
    }

    private static TrackReport own() {
        List<Interval> holes = List.of(interval(20, 30), interval(60, 80));
        List<Interval> held = interval(0, 100).without(holes);
        List<Gap> gaps = holes.stream()
                .map(hole -> new Gap(hole.from(), hole.to(), 1, GapCause.NETWORK, Gap.CauseBy.CLIENT, false))
                .toList();
        List<Source> sources = Coverage.ours(interval(0, 100), held, holes);
        return new TrackReport(
                Track.CAMERA,
                RecordingState.INCOMPLETE,
                true,
                70,
                100,
                70,
                at(0),
                at(100),
                1,
                List.of(),
                gaps,
                sources,
                null);
    }

    private static KeptCopy copy(String source, int from, int to) {
        ArchivedTake object = new ArchivedTake("copy-" + source + "-1.mp4", 1, Sha256.digest(source));
        return new KeptCopy(source, at(from), (to - from) * 1000L, object);
    }

    private static List<String> words(TrackReport report) {
        return report.sources().stream()
                .map(one -> one.source() + " " + seconds(one.from()) + "-" + seconds(one.to()))
                .toList();
    }

    private static long seconds(Instant moment) {
        return moment.getEpochSecond() - BEGIN.getEpochSecond();
    }

    private static Interval interval(int from, int to) {
        return new Interval(at(from), at(to));
    }

    private static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }
}
