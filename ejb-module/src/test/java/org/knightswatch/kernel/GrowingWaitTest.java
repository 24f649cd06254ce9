package org.knightswatch.kernel;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrowingWaitTest {

    private final GrowingWait wait = new GrowingWait(Duration.ofSeconds(5), 3);

    @Test
    void doublesWithEachTry() {
        assertThat(wait.after(0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait.after(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(wait.after(3)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void endsGrowing() {
        assertThat(wait.after(4)).isEqualTo(Duration.ofSeconds(40));
        assertThat(wait.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(40));
    }
}
