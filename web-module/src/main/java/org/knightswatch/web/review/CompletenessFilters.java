package org.knightswatch.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knightswatch.recording.CompletenessFilter;
import org.knightswatch.recording.GapCause;
import org.knightswatch.recording.RecordingState;

/** What the recordings of an exam are narrowed down to. It stands in the page's address; what there is not is not asked. */
record CompletenessFilters(RecordingState state, GapCause cause) {

    static CompletenessFilters of(String state, String cause) {
        return new CompletenessFilters(choice(RecordingState.values(), state), choice(GapCause.values(), cause));
    }

    CompletenessFilter filter() {
        return new CompletenessFilter(state, cause);
    }

    List<Tab> pills(String exam) {
        List<Tab> pills = new ArrayList<>();
        if (state != null) {
            pills.add(pill(ReviewSigns.words(state), exam, cause == null ? "" : "&cause=" + cause));
        }
        if (cause != null) {
            pills.add(pill(new GapWords().cause(cause), exam, state == null ? "" : "&state=" + state));
        }
        return pills;
    }

    private static Tab pill(String label, String exam, String rest) {
        return new Tab(label, "/review/completeness?exam=" + exam + rest, 0, false);
    }

    private static <E extends Enum<E>> E choice(E[] values, String name) {
        return Stream.of(values)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
