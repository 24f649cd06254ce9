package org.knightswatch.attempt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knightswatch.exam.Track;

import static org.assertj.core.api.Assertions.assertThat;

class ToldFactsTest {

    @ParameterizedTest
    @CsvSource({
        "DEVICE_ENDED, SCREEN, SCREEN_NOT_SHARED",
        "DEVICE_DENIED, SCREEN, SCREEN_NOT_SHARED",
        "DEVICE_DENIED, CAMERA, CAMERA_NOT_ALLOWED",
        "STORAGE_LOW,, STORAGE_LOW",
        "VIRTUAL_CAMERA, CAMERA, VIRTUAL_CAMERA",
        "STORAGE_FULL, CAMERA, STORAGE_FULL"
    })
    void concernsAProctor(SightingKind kind, Track track, ToldFacts.Concern concern) {
        assertThat(ToldFacts.concern(kind, track)).contains(concern);
    }

    @ParameterizedTest
    @CsvSource({"DEVICE_ENDED, CAMERA", "DEVICE_MUTED, SCREEN", "DEVICE_BACK, SCREEN", "PAGE_LEFT,"})
    void isOnlyWrittenDown(SightingKind kind, Track track) {
        assertThat(ToldFacts.concern(kind, track)).isEmpty();
    }
}
