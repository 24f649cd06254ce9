package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IntervalTest {

    @Test
    void unitesWhatOverlapsAndTouches() {
        assertThat(Interval.union(List.of(of(5, 7), of(0, 2), of(2, 3), of(6, 9), of(4, 4))))
                .containsExactly(of(0, 3), of(5, 9));
    }

    @Test
    void leavesWhatNothingCovers() {
        assertThat(of(0, 10).without(List.of(of(-3, 1), of(2, 4), of(8, 20)))).containsExactly(of(1, 2), of(4, 8));
        assertThat(of(0, 10).without(List.of())).containsExactly(of(0, 10));
        assertThat(of(0, 10).without(List.of(of(0, 10)))).isEmpty();
        assertThat(of(0, 10).without(List.of(of(20, 30)))).containsExactly(of(0, 10));
    }

    @Test
    void neverLosesOrInventsASecond() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Interval> some = IntStream.range(0, random.nextInt(12))
                    .mapToObj(i -> of(random.nextInt(100), random.nextInt(100)))
                    .toList();
            List<Interval> union = Interval.union(some);
            List<Interval> rest = of(0, 100).without(union);

            for (int second = 0; second < 100; second++) {
                Interval tick = of(second, second + 1);
                boolean covered = some.stream().anyMatch(i -> i.within(tick).isPresent());
                boolean missing = rest.stream().anyMatch(i -> i.within(tick).isPresent());
                assertThat(covered).as("second %s of %s", second, some).isNotEqualTo(missing);
            }
        }
    }

    private static Interval of(int from, int to) {
        return new Interval(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
