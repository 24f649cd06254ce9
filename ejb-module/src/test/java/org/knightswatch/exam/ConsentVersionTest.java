package org.knightswatch.exam;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentVersionTest {

    @ParameterizedTest
    @CsvSource({"1, 2", "9, 10", "2026-a, 2026-a-2", "2026-a-2, 2026-a-3", "v1.9, v1.10", "final, final-2"})
    void namesTheVersionThatFollows(String version, String next) {
        assertThat(ConsentVersion.after(version)).isEqualTo(next);
    }
}
