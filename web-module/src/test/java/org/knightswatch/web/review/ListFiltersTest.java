package org.knightswatch.web.review;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.recording.RecordingState;
import org.knightswatch.review.ReviewFilter;
import org.knightswatch.review.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class ListFiltersTest {

    private static final Map<String, String> ASKED = Map.of(
            "q", " Ольга & co ", "exam", "THERMO", "state", "NOW", "recording", "INCOMPLETE", "verdict", "DECIDED");

    @Test
    void asksForAllWhenTheAddressSaysNothing() {
        ListFilters filters = ListFilters.of(Map.of());

        assertThat(filters.filter()).isEqualTo(ReviewFilter.ALL);
        assertThat(filters.parts()).isEmpty();
        assertThat(filters.address()).isEqualTo("/review/list");
    }

    @Test
    void asksForWhatTheAddressSays() {
        ReviewFilter filter = ListFilters.of(ASKED).filter();

        assertThat(filter)
                .isEqualTo(new ReviewFilter(
                        "THERMO",
                        "Ольга & co",
                        Set.of(AttemptState.AWAITING, AttemptState.RUNNING, AttemptState.PAUSED),
                        RecordingState.INCOMPLETE,
                        Set.of(Verdict.values()),
                        false));
    }

    @Test
    void takesOpenForWithoutAVerdict() {
        ReviewFilter filter = ListFilters.of(Map.of("verdict", "OPEN")).filter();

        assertThat(filter.undecided()).isTrue();
        assertThat(filter.verdicts()).isEmpty();
    }

    @Test
    void doesNotAskForWhatThereIsNot() {
        assertThat(ListFilters.of(Map.of("q", "  ", "state", "ASLEEP", "verdict", "open")))
                .isEqualTo(ListFilters.of(Map.of()));
    }

    @Test
    void standsInTheAddress() {
        assertThat(ListFilters.of(ASKED).address())
                .isEqualTo("/review/list?q=%D0%9E%D0%BB%D1%8C%D0%B3%D0%B0+%26+co"
                        + "&exam=THERMO&state=NOW&recording=INCOMPLETE&verdict=DECIDED");
    }

    @Test
    void losesOnePartAtATime() {
        ListFilters filters = ListFilters.of(ASKED);

        assertThat(filters.parts()).hasSize(5).allSatisfy(part -> assertThat(
                        filters.without(part.name()).parts())
                .hasSize(4)
                .doesNotContain(part));
    }
}
