package org.knightswatch.recording;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knightswatch.recording.Gap.CauseBy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.recording.TakeStory.at;

class LossTest {

    @Test
    void addsUpGapsOfOneKind() {
        assertThat(Loss.of(List.of(
                        gap(2, GapCause.NETWORK, CauseBy.CLIENT, true),
                        gap(3.5, GapCause.NETWORK, CauseBy.CLIENT, true),
                        gap(4, GapCause.NETWORK, CauseBy.CLIENT, false),
                        gap(1, GapCause.UNKNOWN, CauseBy.SERVER, false))))
                .containsExactlyInAnyOrder(
                        new Loss(GapCause.NETWORK, CauseBy.CLIENT, true, 2, 5_500),
                        new Loss(GapCause.NETWORK, CauseBy.CLIENT, false, 1, 4_000),
                        new Loss(GapCause.UNKNOWN, CauseBy.SERVER, false, 1, 1_000));
    }

    @Test
    void isNoneWithoutGaps() {
        assertThat(Loss.of(List.of())).isEmpty();
    }

    private static Gap gap(double seconds, GapCause cause, CauseBy by, boolean explained) {
        return new Gap(at(0), at(seconds), seconds, cause, by, explained);
    }
}
