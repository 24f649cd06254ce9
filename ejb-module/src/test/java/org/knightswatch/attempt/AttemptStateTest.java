package org.knightswatch.attempt;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.attempt.AttemptState.AWAITING;
import static org.knightswatch.attempt.AttemptState.COMPLETED;
import static org.knightswatch.attempt.AttemptState.EXPIRED;
import static org.knightswatch.attempt.AttemptState.PAUSED;
import static org.knightswatch.attempt.AttemptState.RUNNING;
import static org.knightswatch.attempt.AttemptState.TERMINATED;

class AttemptStateTest {

    /** Every arrow there is; all other pairs are refused. */
    private static final Map<String, AttemptState> ARROWS = Map.ofEntries(
            Map.entry("AWAITING ADMIT", RUNNING),
            Map.entry("AWAITING TERMINATE", TERMINATED),
            Map.entry("AWAITING EXPIRE", EXPIRED),
            Map.entry("RUNNING PAUSE", PAUSED),
            Map.entry("RUNNING FINISH", COMPLETED),
            Map.entry("RUNNING TERMINATE", TERMINATED),
            Map.entry("RUNNING EXPIRE", EXPIRED),
            Map.entry("RUNNING EXTEND", RUNNING),
            Map.entry("PAUSED RESUME", RUNNING),
            Map.entry("PAUSED FINISH", COMPLETED),
            Map.entry("PAUSED TERMINATE", TERMINATED),
            Map.entry("PAUSED EXTEND", PAUSED));

    @ParameterizedTest
    @MethodSource("pairs")
    void goesWhereTheTableSaysAndNowhereElse(AttemptState state, AttemptAction action) {
        Optional<AttemptState> expected = Optional.ofNullable(ARROWS.get(state + " " + action));

        assertThat(state.after(action)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void isOverWhereNoArrowLeavesFrom(AttemptState state) {
        boolean leads = Arrays.stream(AttemptAction.values())
                .anyMatch(action -> state.after(action).isPresent());

        assertThat(state.isOver()).isEqualTo(!leads);
        assertThat(state == AWAITING || leads).isEqualTo(!state.isOver());
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(AttemptState.values())
                .flatMap(state -> Arrays.stream(AttemptAction.values()).map(action -> Arguments.of(state, action)));
    }
}
