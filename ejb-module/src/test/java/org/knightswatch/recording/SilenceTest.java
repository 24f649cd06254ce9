package org.knightswatch.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Pause;
import org.knightswatch.exam.Track;
import org.knightswatch.store.StoreHealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.recording.TakeStory.at;
import static org.knightswatch.recording.TakeStory.finishedAt;
import static org.knightswatch.recording.TakeStory.running;

class SilenceTest {

    private static final String SEGMENT = "knightswatch.recording.segment";

    private final Silence silence = new Silence();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // no container here
    void wire() {
        silence.settings = new RecordingSettings();
        silence.store = new StoreHealth();
    }

    @AfterEach
    void forget() {
        System.clearProperty(SEGMENT);
    }

    @Test
    void beginsHalfAMinuteAfterTheLastPart() {
        Quiet quiet = quietest(running(), saved(Track.CAMERA, at(40)));

        assertThat(quiet.since()).isEqualTo(at(40));
        assertThat(quiet.silentAt()).isEqualTo(at(70));
    }

    @Test
    void isThatOfTheTrackThatNothingCameToForTheLongest() {
        Quiet quiet = quietest(running(), saved(Track.CAMERA, at(40)), saved(Track.SCREEN, at(20)));

        assertThat(quiet.track()).isEqualTo(Track.SCREEN);
        assertThat(quiet.since()).isEqualTo(at(20));
    }

    @Test
    void countsFromTheStartWhenNothingHasComeYet() {
        assertThat(quietest(running(), saved(Track.CAMERA, null)).silentAt()).isEqualTo(at(30));
    }

    @Test
    void beginsAnewAfterAPause() {
        assertThat(quietest(in(AttemptState.RUNNING, at(90)), saved(Track.CAMERA, at(40)))
                        .since())
                .isEqualTo(at(90));
    }

    @Test
    void isNoneWhileNothingNeedCome() {
        List<RecordingSummary> camera = List.of(saved(Track.CAMERA, at(40)));

        assertThat(silence.quietest(in(AttemptState.PAUSED, null), camera)).isEmpty();
        assertThat(silence.quietest(in(AttemptState.AWAITING, null), camera)).isEmpty();
        assertThat(silence.quietest(finishedAt(60), camera)).isEmpty();
    }

    @Test
    void isAsPatientAsThreeSegmentsNeed() {
        System.setProperty(SEGMENT, "PT10S");

        assertThat(silence.settings.silence()).isEqualTo(Duration.ofSeconds(45));
    }

    private Quiet quietest(AttemptView attempt, RecordingSummary... recordings) {
        return silence.quietest(attempt, List.of(recordings)).orElseThrow();
    }

    private static RecordingSummary saved(Track track, Instant savedAt) {
        return new RecordingSummary(
                running().id(), track, RecordingState.OPEN, false, 10, 10, 0, 0, savedAt, null, false);
    }

    /** Paused once, until then. */
    private static AttemptView in(AttemptState state, Instant resumedAt) {
        AttemptView whole = running();
        return new AttemptView(
                whole.id(),
                whole.exam(),
                whole.enrolment(),
                1,
                state,
                whole.room(),
                1,
                whole.joinedAt(),
                whole.startedAt(),
                null,
                null,
                0,
                List.of(new Pause(at(50), resumedAt, "staff:p", "Fire alarm")),
                1,
                null,
                null);
    }
}
