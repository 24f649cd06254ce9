package org.knightswatch.attempt;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knightswatch.attempt.FurtherAttempts.Next;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The whole rule of who may have another attempt. */
class FurtherAttemptsTest {

    @ParameterizedTest
    @CsvSource({
        // taken, newest, of policy, of allowance, its use: allowed in all, the next one
        "0 -          1 0 used   , 1, ",
        "0 -          3 0 used   , 3, ",
        "1 AWAITING   2 0 used   , 2, ",
        "1 RUNNING    2 0 used   , 2, ",
        "1 PAUSED     2 0 used   , 2, ",
        "1 COMPLETED  1 0 used   , 1, ",
        "1 COMPLETED  2 0 used   , 2, 2",
        "1 EXPIRED    1 0 used   , 1, ",
        "1 EXPIRED    2 0 used   , 2, 2",
        "2 COMPLETED  2 0 used   , 2, ",
        "1 TERMINATED 1 0 used   , 1, ",
        "1 TERMINATED 3 0 used   , 1, ",
        "1 COMPLETED  1 2 unused , 2, 2",
        "1 EXPIRED    1 2 unused , 2, 2",
        "1 TERMINATED 1 2 unused , 2, 2",
        "1 TERMINATED 3 2 unused , 3, 2",
        "1 COMPLETED  2 3 unused , 3, 2",
        "2 RUNNING    1 2 used   , 2, ",
        "2 COMPLETED  1 2 used   , 2, ",
        "2 TERMINATED 1 3 used   , 2, ",
        "2 COMPLETED  1 3 used   , 3, 3",
        "3 COMPLETED  1 0 used   , 3, ",
        "3 COMPLETED  1 4 unused , 4, 4",
    })
    void followsTheTable(String standing, int allowed, Integer next) {
        FurtherAttempts further = further(standing);

        assertThat(further.allowed()).isEqualTo(allowed);
        assertThat(further.next().map(Next::number).orElse(null)).isEqualTo(next);
        assertThat(further.next().map(Next::of).orElse(allowed)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "0,           , false, false",
        "1, RUNNING   , false, false",
        "1, PAUSED    , false, false",
        "1, COMPLETED , false, true",
        "1, EXPIRED   , false, true",
        "1, TERMINATED, false, true",
        "1, COMPLETED , true , false",
        "1, TERMINATED, true , false",
    })
    void letsAnAdministratorAllowOneAtATime(int taken, AttemptState newest, boolean unused, boolean allowable) {
        assertThat(new FurtherAttempts(taken, newest, 1, unused ? 2 : 0, unused).isAllowable())
                .isEqualTo(allowable);
    }

    @ParameterizedTest
    @CsvSource({
        // taken, newest, of policy, of allowance, its use; wanted: meant, or why not
        "0 -         1 0 used,  , 1,",
        "0 -         1 0 used, 1, 1,",
        "0 -         2 0 used, 2,  , ATTEMPT_UNKNOWN",
        "1 RUNNING   2 0 used,  , 1,",
        "1 RUNNING   2 0 used, 1, 1,",
        "1 RUNNING   2 0 used, 2,  , ATTEMPT_UNKNOWN",
        "1 COMPLETED 1 0 used,  , 1,",
        "1 COMPLETED 1 0 used, 1, 1,",
        "1 COMPLETED 1 0 used, 2,  , ATTEMPT_ENDED",
        "1 COMPLETED 2 0 used,  , 2,",
        "1 COMPLETED 2 0 used, 1, 1,",
        "1 COMPLETED 2 0 used, 2, 2,",
        "1 COMPLETED 2 0 used, 3,  , ATTEMPT_UNKNOWN",
        "2 RUNNING   2 0 used, 1, 1,",
        "2 RUNNING   2 0 used, 0,  , ATTEMPT_UNKNOWN",
    })
    void knowsWhichAttemptAJoinIsAbout(String standing, Integer wanted, Integer meant, ProblemCode refusal) {
        FurtherAttempts further = further(standing);

        if (refusal == null) {
            assertThat(further.meant(wanted)).isEqualTo(meant);
        } else {
            assertThatThrownBy(() -> further.meant(wanted))
                    .isInstanceOfSatisfying(ProctoringException.class, problem -> assertThat(problem.code())
                            .isEqualTo(refusal));
        }
    }

    @Test
    void goesOnWithTheNextOneAfterAnAllowance() {
        FurtherAttempts further = new FurtherAttempts(1, AttemptState.TERMINATED, 1, 2, true);

        assertThat(further.meant(null)).isEqualTo(2);
    }

    private static FurtherAttempts further(String standing) {
        List<String> part = Arrays.asList(standing.strip().split(" +", -1));
        return new FurtherAttempts(
                Integer.parseInt(part.get(0)),
                part.get(1).equals("-") ? null : AttemptState.valueOf(part.get(1)),
                Integer.parseInt(part.get(2)),
                Integer.parseInt(part.get(3)),
                part.get(4).equals("unused"));
    }
}
