package org.knightswatch.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreshBeatsTest {

    private final FreshBeats beats = new FreshBeats();

    @Test
    void keepsTheNewestOfEachMember() {
        beats.note("exam", "bo", 1_000);
        beats.note("exam", "nino", 1_500);
        beats.note("exam", "bo", 2_000);
        beats.note("other", "bo", 1_000);

        assertThat(beats.take())
                .containsExactlyInAnyOrder(
                        new FreshBeats.Beat("exam", "bo", 2_000),
                        new FreshBeats.Beat("exam", "nino", 1_500),
                        new FreshBeats.Beat("other", "bo", 1_000));
    }

    @Test
    void givesEachBeatOnce() {
        beats.note("exam", "bo", 1_000);
        List<FreshBeats.Beat> first = beats.take();
        beats.note("exam", "nino", 2_000);

        assertThat(first).hasSize(1);
        assertThat(beats.take()).containsExactly(new FreshBeats.Beat("exam", "nino", 2_000));
        assertThat(beats.take()).isEmpty();
    }
}
