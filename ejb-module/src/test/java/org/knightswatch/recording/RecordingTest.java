package org.knightswatch.recording;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.RecordingReport.TrackReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.recording.TakeStory.at;
import static org.knightswatch.recording.TakeStory.finishedAt;
import static org.knightswatch.recording.TakeStory.mp4;
import static org.knightswatch.recording.TakeStory.running;

class RecordingTest {

    private static final Duration LATE_WINDOW = Duration.ofDays(3);

    private final Recording recording = new Recording(running().id(), Track.CAMERA, at(0));

    @Nested
    class WhileTheAttemptRuns {

        @Test
        void isNeverSettledHoweverRecentlyItWasJudged() {
            recording.judged(report(running(), 60), at(120), at(60));

            assertThat(recording.summary(at(60)).settled()).isFalse();
        }

        @Test
        void isJudgedNoSoonerBecauseMoreCame() {
            recording.judged(report(running(), 60), at(300), at(60));

            recording.saved(at(61), Duration.ofMinutes(1));

            assertThat(recording.isDue(at(299))).isFalse();
            assertThat(recording.isDue(at(300))).isTrue();
        }

        @Test
        void isJudgedLessOftenTheLongerItLasts() {
            assertThat(RecordingJudge.whileRunning(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(1));
            assertThat(RecordingJudge.whileRunning(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(2));
            assertThat(RecordingJudge.whileRunning(Duration.ofHours(8))).isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Nested
    class WhenItIsOver {

        @BeforeEach
        void judge() {
            recording.judged(report(finishedAt(60), 70), at(1_000), at(70));
        }

        @Test
        void isSettledUntilItIsDueAgain() {
            assertThat(recording.summary(at(999)).settled()).isTrue();
            assertThat(recording.summary(at(1_000)).settled()).isFalse();
        }

        @Test
        void isNotSettledWhenMoreCameSince() {
            recording.saved(at(80), Duration.ofMinutes(1));

            assertThat(recording.summary(at(81)).settled()).isFalse();
        }

        @Test
        void summarisesWhatTheReportSays() {
            RecordingSummary summary = recording.summary(at(80));

            assertThat(summary).isEqualTo(summary.as(report(finishedAt(60), 70)));
            assertThat(summary.gaps()).isEqualTo(2);
            assertThat(summary.missingSeconds()).isEqualTo(20 + 8);
        }
    }

    @Nested
    class WhenItIsPurged {

        @BeforeEach
        void purge() {
            recording.judged(report(finishedAt(60), 70), at(1_000), at(70));
            recording.purge(at(80));
        }

        @Test
        void isNeitherJudgedNorSealedAnyMore() {
            recording.judgeSoon(at(81));
            recording.sealFrom(at(81));

            assertThat(recording.isDue(at(2_000))).isFalse();
            assertThat(recording.isToSeal(at(2_000))).isFalse();
            assertThat(recording.judged(report(finishedAt(60), 70), null, at(82)))
                    .isFalse();
        }

        @Test
        void waitsForNothingMore() {
            assertThat(recording.summary(at(80)).state()).isEqualTo(RecordingState.INCOMPLETE);
        }

        @Test
        void keepsItsFiguresAndSaysWhenItWent() {
            RecordingSummary before = recording.summary(at(80));
            recording.purged(at(90));

            TrackReport remainder = TrackReport.remainder(recording.summary(at(90)), at(60), 2);
            assertThat(remainder.purgedAt()).isEqualTo(at(90));
            assertThat(remainder.takes()).isEmpty();
            assertThat(remainder.from()).isEqualTo(at(0));
            assertThat(remainder.recordedSeconds()).isEqualTo(before.recordedSeconds());
            assertThat(recording.summary(at(90)).purgedAt()).isEqualTo(at(90));
            assertThat(recording.summary(at(90)).settled()).isTrue();
        }
    }

    /** Of an attempt in which seconds 20 to 40 are missing, and everything after second 52. */
    private static TrackReport report(AttemptView attempt, double now) {
        List<HeldTake> takes =
                List.of(mp4(0).holding(0, 5).told(), mp4(40).holding(0, 3).told());
        Circumstances nothingSeen = new Circumstances(List.of(), List.of());
        return new Judgement(attempt, takes, nothingSeen, LATE_WINDOW, at(now)).of(Track.CAMERA, 1);
    }
}
