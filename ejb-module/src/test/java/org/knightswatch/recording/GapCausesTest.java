package org.knightswatch.recording;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knightswatch.attempt.SightingKind;
import org.knightswatch.attempt.SightingView;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.Gap.CauseBy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.recording.TakeStory.at;
import static org.knightswatch.recording.TakeStory.mp4;

class GapCausesTest {

    private static final Circumstances NOTHING_SEEN = new Circumstances(List.of(), List.of());

    @Nested
    class WhatTheBrowserSays {

        @Test
        void isBelievedOfTheTimeBeforeATake() {
            HeldTake first =
                    mp4(0).holding(0, 2).closed(2, CloseReason.PAGE_LEFT).told();
            HeldTake next = mp4(9).saysOfTheTimeBefore(GapCause.DEVICE_DENIED)
                    .holding(0, 1)
                    .told();

            Gap gap = judge(8, 9, NOTHING_SEEN, first, next);

            assertThat(gap.cause()).isEqualTo(GapCause.DEVICE_DENIED);
            assertThat(gap.causeBy()).isEqualTo(CauseBy.CLIENT);
        }

        @ParameterizedTest
        @CsvSource({
            "TRACK_ENDED, 9, DEVICE_ENDED",
            "RECORDER_ERROR, 9, RECORDER_ERROR",
            "PAGE_LEFT, 9, PAGE_RELOAD",
            "PAGE_LEFT, 60, BROWSER_GONE"
        })
        void isTakenFromHowTheTakeBeforeWasClosed(CloseReason reason, double until, GapCause cause) {
            HeldTake before = mp4(0).holding(0, 2).closed(2, reason).told();

            assertThat(judge(8, until, NOTHING_SEEN, before).cause()).isEqualTo(cause);
        }

        @Test
        void countsOnlyOfTheTakeRightBeforeTheGap() {
            HeldTake unplugged =
                    mp4(0).holding(0, 1).closed(1, CloseReason.TRACK_ENDED).told();
            HeldTake vanished = mp4(5).holding(0, 2).told();

            Gap gap = judge(13, 40, NOTHING_SEEN, unplugged, vanished);

            assertThat(gap.cause()).isEqualTo(GapCause.UNKNOWN);
            assertThat(gap.causeBy()).isEqualTo(CauseBy.SERVER);
        }
    }

    @Nested
    class BytesThatDidNotCome {

        @Test
        void areTheNetworksInAHole() {
            HeldTake take = mp4(0).holding(0, 2).holding(5, 6).told();

            assertThat(judge(8, 16, NOTHING_SEEN, take).cause()).isEqualTo(GapCause.NETWORK);
        }

        @Test
        void areTheNetworksAtTheEndOfATakeThatIsKnownToGoOn() {
            HeldTake take = mp4(0).holding(0, 2).closed(4, CloseReason.FINISHED).told();

            assertThat(judge(8, 16, NOTHING_SEEN, take).cause()).isEqualTo(GapCause.NETWORK);
        }

        @Test
        void doNotExplainTheTimeBeforeTheirTake() {
            HeldTake first =
                    mp4(0).holding(0, 2).closed(2, CloseReason.PAGE_LEFT).told();
            HeldTake next = mp4(12).saysOfTheTimeBefore(GapCause.PAGE_RELOAD)
                    .holding(0, 2)
                    .closed(6, CloseReason.FINISHED)
                    .told();

            assertThat(judge(8, 12, NOTHING_SEEN, first, next).cause()).isEqualTo(GapCause.PAGE_RELOAD);
        }
    }

    @Nested
    class WhatTheServerSaw {

        private final HeldTake unplugged =
                mp4(0).holding(0, 2).closed(2, CloseReason.TRACK_ENDED).told();

        @Test
        void explainsWhatTheBrowserSays() {
            assertThat(judge(8, 30, seen(SightingKind.DEVICE_ENDED, null, 9), unplugged)
                            .explained())
                    .isTrue();
        }

        @Test
        void explainsNothingElse() {
            assertThat(judge(8, 30, seen(SightingKind.PAGE_LEFT, null, 9), unplugged)
                            .explained())
                    .isFalse();
            assertThat(judge(8, 30, seen(SightingKind.DEVICE_ENDED, null, 100), unplugged)
                            .explained())
                    .isFalse();
        }

        @Test
        void ofOneTrackExplainsNothingOfAnother() {
            assertThat(judge(8, 30, seen(SightingKind.DEVICE_ENDED, Track.SCREEN, 9), unplugged)
                            .explained())
                    .isFalse();
            assertThat(judge(8, 30, seen(SightingKind.DEVICE_ENDED, Track.CAMERA, 9), unplugged)
                            .explained())
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({"SERVER", "STORE"})
        void isTheCauseWhenItWasAwayItselfAndTheBrowserIsSilent(GapCause away) {
            Interval outage = new Interval(at(7), at(20));
            Circumstances circumstances = new Circumstances(List.of(), List.of(new Circumstances.Outage(away, outage)));

            Gap gap = judge(8, 19, circumstances, mp4(0).holding(0, 2).told());

            assertThat(gap).isEqualTo(new Gap(at(8), at(19), 11, away, CauseBy.SERVER, true));
        }

        @Test
        void isTheCauseWhenThePageWentAndNobodyCameBack() {
            Gap gap = judge(
                    8,
                    100,
                    seen(SightingKind.DISCONNECTED, null, 10),
                    mp4(0).holding(0, 2).told());

            assertThat(gap.cause()).isEqualTo(GapCause.BROWSER_GONE);
            assertThat(gap.explained()).isTrue();
        }

        @Test
        void isARefusedDeviceWhenThePageCameBackWithoutIt() {
            HeldTake left =
                    mp4(0).holding(0, 2).closed(2, CloseReason.PAGE_LEFT).told();
            Circumstances refused = seen(SightingKind.DEVICE_DENIED, Track.CAMERA, 12);

            assertThat(judge(8, 60, refused, left).cause()).isEqualTo(GapCause.DEVICE_DENIED);
            assertThat(judge(8, 60, refused).cause()).isEqualTo(GapCause.DEVICE_DENIED);
        }

        @Test
        void isNothingWhenTheCauseIsUnknown() {
            Gap gap = judge(8, 100, NOTHING_SEEN, mp4(0).holding(0, 2).told());

            assertThat(gap).isEqualTo(new Gap(at(8), at(100), 92, GapCause.UNKNOWN, CauseBy.SERVER, false));
        }
    }

    private static Circumstances seen(SightingKind kind, Track track, double when) {
        return new Circumstances(List.of(new SightingView(at(when), kind, track, null)), List.of());
    }

    private static Gap judge(double from, double to, Circumstances circumstances, HeldTake... takes) {
        return new GapCauses(List.of(takes), circumstances.of(Track.CAMERA)).judge(new Interval(at(from), at(to)));
    }
}
