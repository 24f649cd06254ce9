package org.knightswatch.wall;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InterventionServiceTest {

    @Test
    void givesBetweenAMinuteAndFourHours() {
        assertThat(InterventionService.timeOf(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(InterventionService.timeOf(240)).isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 241, Integer.MAX_VALUE})
    void givesNoOtherTime(int minutes) {
        assertThatThrownBy(() -> InterventionService.timeOf(minutes))
                .satisfies(e -> assertThat(codeOf(e)).isEqualTo(ProblemCode.VALUE_OUT_OF_RANGE));
    }

    @Test
    void wantsAReasonOfASaneLength() {
        assertThat(InterventionService.checked("  fire alarm ")).isEqualTo("fire alarm");
        assertThat(InterventionService.checked("x".repeat(500))).hasSize(500);
        assertThatThrownBy(() -> InterventionService.checked(" "))
                .satisfies(e -> assertThat(codeOf(e)).isEqualTo(ProblemCode.FIELD_MISSING));
        assertThatThrownBy(() -> InterventionService.checked("x".repeat(501)))
                .satisfies(e -> assertThat(codeOf(e)).isEqualTo(ProblemCode.FIELD_TOO_LONG));
    }

    private static ProblemCode codeOf(Throwable e) {
        return ((ProctoringException) e).fields().get(0).code();
    }
}
