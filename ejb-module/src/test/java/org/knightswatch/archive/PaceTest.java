package org.knightswatch.archive;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace();
    private final long begin = System.nanoTime() + 10 * SECOND;

    @Test
    void letsNobodyWaitWhileTheLineIsFree() {
        assertThat(pace.reserve(begin, 1_000, 1_000)).isZero();
        assertThat(pace.reserve(begin + 2 * SECOND, 1_000, 1_000)).isZero();
    }

    @Test
    void makesEachWaitForThoseBefore() {
        assertThat(pace.reserve(begin, 1_000, 1_000)).isZero();
        assertThat(pace.reserve(begin, 500, 1_000)).isEqualTo(SECOND);
        assertThat(pace.reserve(begin + SECOND, 500, 1_000)).isEqualTo(SECOND / 2);
    }

    @Test
    void savesUpNothingWhileNobodyReads() {
        pace.reserve(begin, 1_000, 1_000);

        assertThat(pace.reserve(begin + 60 * SECOND, 1_000, 1_000)).isZero();
        assertThat(pace.reserve(begin + 60 * SECOND, 1_000, 1_000)).isEqualTo(SECOND);
    }
}
