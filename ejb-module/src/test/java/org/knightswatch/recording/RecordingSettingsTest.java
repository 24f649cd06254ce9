package org.knightswatch.recording;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.AnExam;
import org.knightswatch.exam.Quality;
import org.knightswatch.exam.Track;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingSettingsTest {

    private final RecordingSettings settings = new RecordingSettings();

    @Test
    void recordsMoreOrLessThanUsualAsTheExamSays() {
        assertThat(settings.kilobits(Track.CAMERA, Quality.SPARING)).isEqualTo(126);
        assertThat(settings.kilobits(Track.CAMERA, Quality.STANDARD)).isEqualTo(252);
        assertThat(settings.kilobits(Track.CAMERA, Quality.FINE)).isEqualTo(756);
        assertThat(settings.height(Track.CAMERA, Quality.SPARING)).isEqualTo(240);
        assertThat(settings.height(Track.CAMERA, Quality.FINE)).isEqualTo(720);
    }

    @Test
    void allowsThreeTimesWhatTheExamRecords() {
        Instant noon = Instant.parse("2027-03-01T12:00:00Z");

        assertThat(settings.quota(AnExam.between(noon, noon.plusSeconds(7_200)), Duration.ofHours(2)))
                .isEqualTo(3 * 252_000L / 8 * 7_200);
    }
}
