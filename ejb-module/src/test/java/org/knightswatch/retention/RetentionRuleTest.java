package org.knightswatch.retention;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.knightswatch.kernel.ProctoringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetentionRuleTest {

    private static final Instant EXAM_ENDS = Instant.parse("2027-03-01T12:00:00Z");
    private static final Duration LATE_WINDOW = Duration.ofDays(3);

    @Test
    void countsFromTheExamsEnd() {
        assertThat(due(30, EXAM_ENDS.minusSeconds(600))).isEqualTo("2027-03-31T12:00:00Z");
    }

    @Test
    void countsFromALaterEndOfTheAttempt() {
        assertThat(due(30, EXAM_ENDS.plusSeconds(3_600))).isEqualTo("2027-03-31T13:00:00Z");
    }

    @Test
    void waitsForTheLateWindow() {
        assertThat(due(1, EXAM_ENDS)).isEqualTo("2027-03-04T12:00:00Z");
    }

    @Test
    void knowsNoDayWhileAnAttemptGoesOnOrRecordingsAreKeptForEver() {
        assertThat(new RetentionRule(30, true).dueAt(EXAM_ENDS, null, LATE_WINDOW))
                .isEmpty();
        assertThat(new RetentionRule(null, true).dueAt(EXAM_ENDS, EXAM_ENDS, LATE_WINDOW))
                .isEmpty();
    }

    @Test
    void saysWhoseWordItIs() {
        assertThat(new RetentionRule(1, true).words()).isEqualTo("1 day after the exam, as the exam says");
        assertThat(new RetentionRule(null, false).words()).isEqualTo("for ever, as the settings say");
    }

    @Test
    void takesDaysOnlyWhereTheyBelong() {
        Keep.DAYS.check(3_650);
        Keep.FOREVER.check(null);

        assertThatThrownBy(() -> Keep.DAYS.check(0)).isInstanceOf(ProctoringException.class);
        assertThatThrownBy(() -> Keep.DAYS.check(null)).isInstanceOf(ProctoringException.class);
        assertThatThrownBy(() -> Keep.DEFAULT.check(5)).isInstanceOf(ProctoringException.class);
    }

    private static String due(int days, Instant attemptEnded) {
        return new RetentionRule(days, true)
                .dueAt(EXAM_ENDS, attemptEnded, LATE_WINDOW)
                .orElseThrow()
                .toString();
    }
}
