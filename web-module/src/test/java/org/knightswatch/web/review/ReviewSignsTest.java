package org.knightswatch.web.review;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.RecordingState;
import org.knightswatch.recording.RecordingSummary;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewSignsTest {

    private final ReviewSigns signs = new ReviewSigns();

    @ParameterizedTest
    @CsvSource({
        "7200, 0, 100 %",
        "7200, 1, 99.98 %",
        "7200, 0.2, 99.99 %",
        "7200, 130, 98.1 %",
        "7200, 7199, 0.0 %",
        "7200, 7200, 0 %"
    })
    void neverRoundsUpToAll(double expected, double missing, String share) {
        assertThat(signs.share(recording(RecordingState.RECOVERING, expected, missing)))
                .isEqualTo(share);
    }

    @Test
    void knowsNoShareBeforeTheFirstPartIsDue() {
        assertThat(signs.share(recording(RecordingState.OPEN, 0, 0))).isEqualTo("–");
        assertThat(signs.share(recording(RecordingState.OPEN, 60, 60))).isEqualTo("0 %");
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59.6, 1:00", "131, 2:11", "4198, 1:09:58"})
    void countsSpansAsAClockDoes(double seconds, String span) {
        assertThat(signs.span(seconds)).isEqualTo(span);
    }

    @ParameterizedTest
    @CsvSource({"0, notice", "0.34, notice", "0.35, concern", "0.69, concern", "0.7, serious", "1, serious"})
    void gradesSeverity(double severity, String word) {
        assertThat(signs.gradeWord(severity)).isEqualTo(word);
    }

    @Test
    void showsAnOpenReviewAsSuch() {
        assertThat(signs.verdict(null).words()).isEqualTo("Open");
    }

    private static RecordingSummary recording(RecordingState state, double expected, double missing) {
        return new RecordingSummary(
                new AttemptId(new UUID(0, 1)),
                Track.CAMERA,
                state,
                false,
                expected - missing,
                expected,
                missing > 0 ? 1 : 0,
                missing,
                Instant.EPOCH,
                null,
                true);
    }
}
