package org.knightswatch.web.review;

import org.junit.jupiter.api.Test;
import org.knightswatch.recording.CompletenessFilter;
import org.knightswatch.recording.GapCause;
import org.knightswatch.recording.RecordingState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CompletenessFiltersTest {

    @Test
    void readsWhatTheAddressSays() {
        assertThat(CompletenessFilters.of("RECOVERING", "NETWORK").filter())
                .isEqualTo(new CompletenessFilter(RecordingState.RECOVERING, GapCause.NETWORK));
    }

    @Test
    void doesNotAskForWhatThereIsNot() {
        assertThat(CompletenessFilters.of("ASLEEP", null).filter()).isEqualTo(CompletenessFilter.ALL);
    }

    @Test
    void eachPillTakesItselfAway() {
        assertThat(CompletenessFilters.of("RECOVERING", "NETWORK").pills("X"))
                .extracting(Tab::label, Tab::address)
                .containsExactly(
                        tuple("Recovering", "/review/completeness?exam=X&cause=NETWORK"),
                        tuple("Network was down", "/review/completeness?exam=X&state=RECOVERING"));
    }
}
