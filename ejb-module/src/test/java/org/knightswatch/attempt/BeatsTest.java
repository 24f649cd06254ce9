package org.knightswatch.attempt;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.ExamId;

import static org.assertj.core.api.Assertions.assertThat;

class BeatsTest {

    private final Beats beats = new Beats();
    private final ExamId exam = new ExamId(UUID.randomUUID());
    private final AttemptId bo = new AttemptId(UUID.randomUUID());
    private final AttemptId nino = new AttemptId(UUID.randomUUID());

    @Test
    void keepsTheNewestOfEachAttempt() {
        beats.note(exam, bo, 1_000);
        beats.note(exam, nino, 1_500);
        beats.note(exam, bo, 2_000);

        assertThat(beats.take())
                .containsExactlyInAnyOrder(new Beats.Beat(exam, bo, 2_000), new Beats.Beat(exam, nino, 1_500));
    }

    @Test
    void givesEachBeatOnce() {
        beats.note(exam, bo, 1_000);
        List<Beats.Beat> first = beats.take();
        beats.note(exam, nino, 2_000);

        assertThat(first).hasSize(1);
        assertThat(beats.take()).containsExactly(new Beats.Beat(exam, nino, 2_000));
        assertThat(beats.take()).isEmpty();
    }
}
