package org.knightswatch.recording;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.SightingKind;
import org.knightswatch.attempt.SightingView;
import org.knightswatch.recording.Doubt.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.attempt.SightingKind.CONNECTED;
import static org.knightswatch.attempt.SightingKind.DISCONNECTED;
import static org.knightswatch.recording.TakeStory.at;
import static org.knightswatch.recording.TakeStory.finishedAt;
import static org.knightswatch.recording.TakeStory.mp4;
import static org.knightswatch.recording.TakeStory.running;

class DoubtsTest {

    private static final Circumstances NOTHING_SEEN = new Circumstances(List.of(), List.of());

    @Test
    void doNotAriseFromAPlainRecording() {
        HeldTake first = mp4(2).holding(0, 50).told();
        HeldTake next = mp4(203).holding(0, 50).told();

        assertThat(reasons(finishedAt(410), seen(0, CONNECTED), first, next)).isEmpty();
    }

    @Nested
    class MediaThatIsTooLong {

        @Test
        void isMoreThanTheTimeThatWentBy() {
            HeldTake film = mp4(0).uploadedAfter(Duration.ofMinutes(-10))
                    .holding(0, 200)
                    .told();

            List<Doubt> doubts = new Doubts(running(), List.of(film), NOTHING_SEEN).all();

            assertThat(doubts).extracting(Doubt::reason).containsExactly(Reason.MEDIA_TOO_LONG);
            assertThat(doubts.get(0).at()).isEqualTo(at(0));
        }

        @Test
        void isOneThatClaimsToHaveBegunLongBeforeTheJoin() {
            HeldTake film = mp4(-3_600).holding(0, 950).told();

            assertThat(reasons(running(), NOTHING_SEEN, film)).containsExactly(Reason.MEDIA_TOO_LONG);
        }

        @Test
        void isNotOneOfADeviceWhoseClockRunsFast() {
            HeldTake threeHours = mp4(0).holding(0, 2_600)
                    .uploadedAfter(Duration.ofSeconds(-18))
                    .holding(2_601, 2_700)
                    .told();

            assertThat(reasons(running(), NOTHING_SEEN, threeHours)).isEmpty();
        }
    }

    @Nested
    class TakesAtTheSameTime {

        @Test
        void areOneMarkAtTheLaterOne() {
            HeldTake laptop = mp4(0).holding(0, 50).told();
            HeldTake phone = mp4(100).holding(0, 50).told();

            List<Doubt> doubts = new Doubts(running(), List.of(laptop, phone), NOTHING_SEEN).all();

            assertThat(doubts).extracting(Doubt::reason).containsExactly(Reason.TAKES_OVERLAP);
            assertThat(doubts.get(0).at()).isEqualTo(at(100));
        }

        @Test
        void mayShareAFewSeconds() {
            assertThat(reasons(
                            running(),
                            NOTHING_SEEN,
                            mp4(0).holding(0, 50).told(),
                            mp4(195).holding(0, 50).told()))
                    .isEmpty();
        }

        @Test
        void doNotMatterWhereOneOfThemIsSoundAlone() {
            HeldTake sound = mp4(100).soundOnly().holding(0, 50).told();

            assertThat(reasons(running(), NOTHING_SEEN, mp4(0).holding(0, 50).told(), sound))
                    .isEmpty();
        }
    }

    @Nested
    class WhatComesOnlyAfterTheEnd {

        private final HeldTake late =
                mp4(10).uploadedAfter(Duration.ofMinutes(20)).holding(0, 70).told();

        @Test
        void isDoubtedWhenThePageWasConnectedAllTheTime() {
            assertThat(reasons(finishedAt(300), seen(5, CONNECTED), late)).containsExactly(Reason.CAME_ONLY_AFTER_END);
        }

        @Test
        void isDoubtedWhenThePageOnlyCameBackByAnotherSocket() {
            Circumstances back = new Circumstances(
                    List.of(sighting(5, CONNECTED), sighting(90, CONNECTED), sighting(99, DISCONNECTED)), List.of());

            assertThat(reasons(finishedAt(300), back, late)).containsExactly(Reason.CAME_ONLY_AFTER_END);
        }

        @Test
        void isPlainWhenTheLineWasAway() {
            Circumstances cut =
                    new Circumstances(List.of(sighting(5, CONNECTED), sighting(60, DISCONNECTED)), List.of());

            assertThat(reasons(finishedAt(300), cut, late)).isEmpty();
        }

        @Test
        void isPlainWhenTheStoreWasAway() {
            Circumstances away = new Circumstances(
                    List.of(sighting(5, CONNECTED)),
                    List.of(new Circumstances.Outage(GapCause.STORE, new Interval(at(20), at(200)))));

            assertThat(reasons(finishedAt(300), away, late)).isEmpty();
        }

        @Test
        void isPlainWhenSomethingOfItCameBefore() {
            HeldTake some = mp4(10).holding(0, 3)
                    .uploadedAfter(Duration.ofMinutes(20))
                    .holding(4, 70)
                    .told();

            assertThat(reasons(finishedAt(300), seen(5, CONNECTED), some)).isEmpty();
        }
    }

    private static List<Reason> reasons(AttemptView attempt, Circumstances circumstances, HeldTake... takes) {
        return new Doubts(attempt, List.of(takes), circumstances)
                .all().stream().map(Doubt::reason).toList();
    }

    private static Circumstances seen(double seconds, SightingKind kind) {
        return new Circumstances(List.of(sighting(seconds, kind)), List.of());
    }

    private static SightingView sighting(double seconds, SightingKind kind) {
        return new SightingView(at(seconds), kind, null, null);
    }
}
