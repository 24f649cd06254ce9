package org.knightswatch.kernel;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottleTest {

    private static final long SECOND = 1_000_000_000L;

    private final Throttle throttle = new Throttle();
    private final long begin = System.nanoTime() + 10 * SECOND;

    @Test
    void letsNobodyWaitWhileTheLineIsFree() {
        assertThat(throttle.reserve(begin, 1_000, 1_000)).isZero();
        assertThat(throttle.reserve(begin + 2 * SECOND, 1_000, 1_000)).isZero();
    }

    @Test
    void makesEachWaitForThoseBefore() {
        assertThat(throttle.reserve(begin, 1_000, 1_000)).isZero();
        assertThat(throttle.reserve(begin, 500, 1_000)).isEqualTo(SECOND);
        assertThat(throttle.reserve(begin + SECOND, 500, 1_000)).isEqualTo(SECOND / 2);
    }

    @Test
    void savesUpNothingWhileNobodyReads() {
        throttle.reserve(begin, 1_000, 1_000);

        assertThat(throttle.reserve(begin + 60 * SECOND, 1_000, 1_000)).isZero();
        assertThat(throttle.reserve(begin + 60 * SECOND, 1_000, 1_000)).isEqualTo(SECOND);
    }
}
