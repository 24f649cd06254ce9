package org.knightswatch.recording;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SequencesTest {

    @Test
    void tellsRunsAsRanges() {
        assertThat(Sequences.ranges(List.of(0, 1, 2, 5, 7, 8)))
                .containsExactly(new int[] {0, 2}, new int[] {5, 5}, new int[] {7, 8});
        assertThat(Sequences.ranges(List.of())).isEmpty();
    }

    @Test
    void tellsWhatIsMissingUpToTheLast() {
        assertThat(Sequences.missing(List.of(1, 2, 5), 7))
                .containsExactly(new int[] {0, 0}, new int[] {3, 4}, new int[] {6, 7});
        assertThat(Sequences.missing(List.of(0, 1), 1)).isEmpty();
        assertThat(Sequences.missing(List.of(), -1)).isEmpty();
        assertThat(Sequences.missing(List.of(), 2)).containsExactly(new int[] {0, 2});
    }
}
