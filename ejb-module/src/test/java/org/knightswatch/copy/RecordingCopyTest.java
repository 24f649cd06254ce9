package org.knightswatch.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchivedTake;

import static org.assertj.core.api.Assertions.assertThat;

/** The life of a copy. */
class RecordingCopyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final CopyDraft DRAFT = new CopyDraft("janus", Track.CAMERA, "imports/a.mp4", NOW);

    private final RecordingCopy copy = new RecordingCopy(new AttemptId(new UUID(1, 2)), 3, DRAFT, NOW);

    @Test
    void isFetchedAtOnceUnderANameOfItsOwn() {
        assertThat(copy.isDue(NOW)).isTrue();
        assertThat(copy.work(5).name()).isEqualTo("copy-janus-3");
    }

    @Test
    void waitsLongerEachTimeForWhatIsNotThere() {
        copy.missing(NOW);
        assertThat(copy.isDue(NOW.plusSeconds(9))).isFalse();
        assertThat(copy.isDue(NOW.plusSeconds(10))).isTrue();

        copy.missing(NOW);
        assertThat(copy.isDue(NOW.plusSeconds(19))).isFalse();
        assertThat(copy.view().fault()).isEqualTo("nothing lies there");
    }

    @Test
    void givesUpWhatIsNotThereAfterADay() {
        copy.missing(NOW.plus(Duration.ofDays(1)));

        assertThat(copy.view().state()).isEqualTo(CopyState.FAILED);
        assertThat(copy.view().fault()).isEqualTo("nothing lay there for a day");
        assertThat(copy.isDue(Instant.MAX)).isFalse();
    }

    @Test
    void waitsAWeekForAStoreThatIsAway() {
        copy.later(NOW.plus(Duration.ofDays(6)));
        assertThat(copy.isWaiting()).isTrue();

        copy.later(NOW.plus(Duration.ofDays(7)));
        assertThat(copy.isWaiting()).isFalse();
    }

    @Test
    void saysWhatIsKept() {
        copy.missing(NOW);
        copy.kept(new ArchivedTake("copy-janus-3.mp4", 7, Sha256.digest("a")), 4_000);

        assertThat(copy.view().state()).isEqualTo(CopyState.KEPT);
        assertThat(copy.view().fault()).isNull();
        assertThat(copy.kept().durationMillis()).isEqualTo(4_000);
        assertThat(copy.isDue(Instant.MAX)).isFalse();
    }

    @Test
    void isAnotherOneWithAnotherBeginning() {
        assertThat(copy.isSameAs(DRAFT)).isTrue();
        assertThat(copy.isSameAs(new CopyDraft("janus", Track.CAMERA, "imports/a.mp4", NOW.plusMillis(1))))
                .isFalse();
    }
}
