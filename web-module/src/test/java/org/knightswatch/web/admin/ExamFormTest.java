package org.knightswatch.web.admin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.EnvironmentView;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamDraft;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Framing;
import org.knightswatch.exam.Quality;
import org.knightswatch.exam.Seating;
import org.knightswatch.exam.Takeover;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class ExamFormTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Instant OPENS = Instant.parse("2026-11-22T09:00:42Z");
    private static final Instant ENDS = Instant.parse("2026-11-22T11:00:00Z");

    @Test
    void showsTimesInTheReadersZone() {
        ExamForm form = ExamForm.of(exam("Optics"), HELSINKI);

        assertThat(form.getStartsAt()).isEqualTo(LocalDateTime.parse("2026-11-22T11:00"));
        assertThat(form.getEndsAt()).isEqualTo(LocalDateTime.parse("2026-11-22T13:00"));
    }

    @Test
    void keepsTheSecondsOfATimeThatWasNotTouched() {
        ExamForm form = ExamForm.of(exam("Optics"), HELSINKI);
        form.setEndsAt(LocalDateTime.parse("2026-11-22T14:00"));

        ExamDraft draft = form.draft(HELSINKI);

        assertThat(draft.startsAt()).isEqualTo(OPENS);
        assertThat(draft.endsAt()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Test
    void leavesTheConsentTextInForce() {
        assertThat(ExamForm.of(exam("Optics"), HELSINKI).draft(HELSINKI).consent())
                .isNull();
    }

    @Test
    void givesEveryThingBackThatItWasFilledWith() {
        ExamDraft draft = ExamForm.of(exam("Optics"), HELSINKI).draft(HELSINKI);

        assertThat(draft.code()).isEqualTo("PHY-1");
        assertThat(draft.tracks()).containsExactly(Track.CAMERA, Track.SCREEN);
        assertThat(draft.seating()).isEqualTo(Seating.GROUP);
        assertThat(draft.takeover()).isEqualTo(Takeover.ASK);
        assertThat(draft.quality()).isEqualTo(Quality.FINE);
        assertThat(draft.environment()).isEqualTo("staging");
    }

    @Test
    void namesOnlyWhatSomebodyElseChanged() {
        ExamForm opened = ExamForm.of(exam("Optics"), HELSINKI);
        ExamForm now = ExamForm.of(exam("Optics II"), HELSINKI);
        now.setStartsAt(LocalDateTime.parse("2026-11-22T10:30"));
        now.setScreen(false);
        now.setExamUrl(null);
        now.setAttempts(3);

        assertThat(ExamDifference.between(opened, now))
                .containsExactly(
                        new ExamDifference("Title", "Optics II"),
                        new ExamDifference("Joining opens", "22 Nov 2026, 10:30"),
                        new ExamDifference("Screen", "not recorded"),
                        new ExamDifference("Exam page", "none"),
                        new ExamDifference("Attempts", "3"));
    }

    @Test
    void namesNothingWhenNothingChanged() {
        assertThat(ExamDifference.between(ExamForm.of(exam("Optics"), HELSINKI), ExamForm.of(exam("Optics"), HELSINKI)))
                .isEmpty();
    }

    private static ExamView exam(String title) {
        return new ExamView(
                new ExamId(Ids.next()),
                ExamCode.fromString("PHY-1"),
                title,
                OPENS,
                ENDS,
                25,
                1,
                Seating.GROUP,
                "direct",
                new EnvironmentView(Ids.next(), "staging", "Staging"),
                List.of(Track.CAMERA, Track.SCREEN),
                "https://exam.example.org/",
                Framing.ALLOWED,
                "1",
                Takeover.ASK,
                2,
                Quality.FINE,
                7);
    }
}
