package org.knightswatch.recording;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.RecordingReport.TrackReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.knightswatch.recording.TakeStory.at;
import static org.knightswatch.recording.TakeStory.finishedAt;
import static org.knightswatch.recording.TakeStory.mp4;
import static org.knightswatch.recording.TakeStory.running;

class JudgementTest {

    private static final Duration LATE_WINDOW = Duration.ofDays(3);

    @Nested
    class WhatIsExpected {

        @Test
        void beginsWithTheFirstSample() {
            TrackReport report = judge(finishedAt(44), 44, mp4(2).holding(0, 3).told());

            assertThat(report.from()).isEqualTo(at(2));
            assertThat(report.expectedSeconds()).isEqualTo(42);
        }

        @Test
        void beginsAQuarterOfAMinuteAfterTheJoinAtTheLatest() {
            TrackReport report = judge(finishedAt(60), 60, mp4(40).holding(0, 5).told());

            assertThat(report.from()).isEqualTo(at(15));
            assertThat(report.gaps()).extracting(Gap::from, Gap::to).contains(tuple(at(15), at(40)));
        }

        @Test
        void doesNotBeginWhereOnlyAClaimCanBe() {
            HeldTake longBefore = mp4(-3_600).holding(0, 5).told();

            TrackReport report = judge(finishedAt(60), 60, longBefore);

            assertThat(report.from()).isEqualTo(at(15));
            assertThat(report.recordedSeconds()).isZero();
        }

        @Test
        void endsNowWhileTheAttemptRuns() {
            assertThat(judge(running(), 100, mp4(0).holding(0, 25).told()).to()).isEqualTo(at(100));
        }
    }

    @Nested
    class WhatIsRecorded {

        @Test
        void countsOnceWhatOverlaps() {
            HeldTake take = mp4(0).holding(0, 5).told();
            HeldTake over = mp4(10).holding(0, 5).told();

            assertThat(judge(finishedAt(30), 30, take, over).recordedSeconds()).isEqualTo(30);
        }

        @Test
        void doesNotCountWhatLiesBeyondTheEnd() {
            assertThat(judge(finishedAt(10), 10, mp4(0).holding(0, 5).told()).recordedSeconds())
                    .isEqualTo(10);
        }

        @Test
        void isLiveWhenItWasHeldWithinHalfAMinute() {
            HeldTake take = mp4(0).holding(0, 2)
                    .uploadedAfter(Duration.ofMinutes(5))
                    .holding(3, 5)
                    .told();

            assertThat(judge(finishedAt(20), 400, take).liveSeconds()).isEqualTo(8);
        }
    }

    @Nested
    class AGap {

        @Test
        void isNoneBelowASecond() {
            HeldTake take =
                    mp4(0).holding(0, 2).closed(2, CloseReason.PAGE_LEFT).told();
            HeldTake next = mp4(8.9).holding(0, 2).told();

            assertThat(judge(finishedAt(16.9), 17, take, next).gaps()).isEmpty();
        }

        @Test
        void isNotWhatIsStillOnItsWay() {
            HeldTake take = mp4(0).holding(0, 5).told();

            assertThat(judge(running(), 45, take).gaps()).isEmpty();
            assertThat(judge(running(), 51, take).gaps()).hasSize(1);
        }

        @Test
        void isAlsoWhereOnlySoundWasRecorded() {
            HeldTake seen =
                    mp4(0).holding(0, 2).closed(2, CloseReason.TRACK_ENDED).told();
            HeldTake heard = mp4(8).soundOnly()
                    .holding(0, 3)
                    .closed(3, CloseReason.POLICY)
                    .told();
            HeldTake back = mp4(20).saysOfTheTimeBefore(GapCause.DEVICE_MUTED)
                    .holding(0, 2)
                    .told();

            assertThat(judge(finishedAt(28), 28, seen, heard, back).gaps())
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.seconds()).isEqualTo(12, within(0.001));
                        assertThat(gap.cause()).isEqualTo(GapCause.DEVICE_MUTED);
                    });
        }

        @Test
        void isTheWholeTimeWhenNothingCame() {
            TrackReport report = judge(finishedAt(60), 60);

            assertThat(report.gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.seconds()).isEqualTo(45, within(0.001));
                assertThat(gap.cause()).isEqualTo(GapCause.UNKNOWN);
            });
        }
    }

    @Nested
    class TheState {

        private final TakeStory whole = mp4(0).holding(0, 5).closed(5, CloseReason.FINISHED);

        @Test
        void isOpenWhileTheAttemptRuns() {
            assertThat(judge(running(), 20, whole.verified().told()).state()).isEqualTo(RecordingState.OPEN);
        }

        @Test
        void isCompleteWhenEverythingIsThereAndRead() {
            assertThat(judge(finishedAt(20), 20, whole.verified().told()).state())
                    .isEqualTo(RecordingState.COMPLETE);
        }

        @Test
        void isNotCompleteBeforeItsBytesWereRead() {
            TrackReport report = judge(finishedAt(20), 20, whole.told());

            assertThat(report.state()).isEqualTo(RecordingState.RECOVERING);
            assertThat(report.verified()).isFalse();
        }

        @Test
        void isNotCompleteWithATakeThatNobodyClosed() {
            assertThat(judge(finishedAt(20), 20, mp4(0).holding(0, 5).verified().told())
                            .state())
                    .isEqualTo(RecordingState.RECOVERING);
        }

        @Test
        void isNotCompleteWithAGapOfTwoSeconds() {
            assertThat(judge(finishedAt(21.9), 22, whole.verified().told()).state())
                    .isEqualTo(RecordingState.COMPLETE);
            assertThat(judge(finishedAt(22), 22, whole.verified().told()).state())
                    .isEqualTo(RecordingState.RECOVERING);
        }

        @Test
        void isIncompleteWhenNothingMoreMayCome() {
            double windowEnds = 30 + LATE_WINDOW.toSeconds();

            assertThat(judge(finishedAt(30), windowEnds - 1, whole.told()).state())
                    .isEqualTo(RecordingState.RECOVERING);
            assertThat(judge(finishedAt(30), windowEnds, whole.told()).state()).isEqualTo(RecordingState.INCOMPLETE);
        }

        @Test
        void isNeverCompleteWithoutAnyTake() {
            assertThat(judge(finishedAt(15), 15).state()).isEqualTo(RecordingState.RECOVERING);
        }
    }

    @Test
    void namesWhatIsHeldAndWhatIsMissingOfATake() {
        HeldTake take = mp4(0).holding(0, 1)
                .holding(4, 5)
                .closed(7, CloseReason.PAGE_LEFT)
                .told();

        TrackReport report = judge(finishedAt(40), 40, take);

        assertThat(report.takes()).singleElement().satisfies(told -> {
            assertThat(told.held()).containsExactly(new int[] {0, 1}, new int[] {4, 5});
            assertThat(told.missing()).containsExactly(new int[] {2, 3}, new int[] {6, 7});
            assertThat(told.recordedSeconds()).isEqualTo(12);
        });
    }

    private static TrackReport judge(AttemptView attempt, double now, HeldTake... takes) {
        Circumstances nothingSeen = new Circumstances(List.of(), List.of());
        return new Judgement(attempt, List.of(takes), nothingSeen, LATE_WINDOW, at(now)).of(Track.CAMERA, 1);
    }
}
