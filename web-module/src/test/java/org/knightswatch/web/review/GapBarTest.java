package org.knightswatch.web.review;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knightswatch.recording.GapCause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.knightswatch.web.review.Recorded.camera;
import static org.knightswatch.web.review.Recorded.loss;

class GapBarTest {

    @Test
    void measuresAllByTheLongest() {
        List<GapBar> bars = GapBar.all(List.of(
                camera("C-1", 1_000, loss(GapCause.NETWORK, 250, true)),
                camera("C-2", 500, loss(GapCause.UNKNOWN, 100, false))));

        assertThat(bars).extracting(GapBar::expected).containsExactly(1_000.0, 500.0);
        assertThat(bars).extracting(GapBar::recorded).containsExactly(750.0, 400.0);
    }

    @Test
    void showsTheShortestLossToo() {
        GapBar bar = GapBar.all(List.of(camera("C-1", 7_200, loss(GapCause.UNKNOWN, 1, false))))
                .get(0);

        assertThat(bar.parts()).singleElement().satisfies(part -> {
            assertThat(part.length()).isEqualTo(8);
            assertThat(part.from() + part.length()).isEqualTo(bar.expected(), within(0.001));
        });
    }

    @Test
    void staysWithinWhatIsExpected() {
        GapBar bar = GapBar.all(List.of(
                        camera("C-1", 7_200),
                        camera("C-2", 20, loss(GapCause.NETWORK, 15, true), loss(GapCause.UNKNOWN, 5, false))))
                .get(0);

        assertThat(bar.recorded()).isZero();
        assertThat(bar.parts()).allSatisfy(part -> assertThat(part.from() + part.length())
                .isLessThanOrEqualTo(bar.expected() + 0.001));
    }

    @Test
    void leavesOutWhatLacksNothing() {
        assertThat(GapBar.all(List.of(camera("C-1", 60)))).isEmpty();
    }
}
