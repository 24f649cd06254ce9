package org.knightswatch.kernel;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CallLimitTest {

    private final CallLimit<String> limit = new CallLimit<>(() ->
            Bandwidth.builder().capacity(2).refillGreedy(1, Duration.ofHours(1)).build());

    @Test
    void saysHowLongToWaitWhenTheBurstIsSpent() {
        limit.count("a");
        limit.count("a");

        assertThatThrownBy(() -> limit.count("a")).isInstanceOfSatisfying(ProctoringException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ProblemCode.RATE_EXCEEDED);
            assertThat((long) refusal.arguments().get(0)).isBetween(3_000L, 3_600L);
        });
    }

    @Test
    void countsEachCallerByItself() {
        limit.count("a");
        limit.count("a");

        assertThatCode(() -> limit.count("b")).doesNotThrowAnyException();
    }
}
