package org.knightswatch.web.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExamPhaseTest {

    private static final Instant OPENS = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-11-22T11:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:35:00Z, kw-s-info, Opens in 25 minutes",
        "2026-11-22T09:00:00Z, kw-s-ok, 'Open, ends in 2 hours'",
        "2026-11-22T10:59:59Z, kw-s-ok, 'Open, ends in less than a minute'",
        "2026-11-22T11:00:00Z, kw-s-idle, Ended less than a minute ago",
        "2026-11-24T11:00:00Z, kw-s-idle, Ended 2 days ago",
    })
    void followsTheWindow(Instant now, String tone, String words) {
        ExamPhase phase = ExamPhase.of(OPENS, ENDS, now, ZoneOffset.UTC);

        assertThat(phase.tone()).isEqualTo(tone);
        assertThat(phase.words()).isEqualTo(words);
    }
}
