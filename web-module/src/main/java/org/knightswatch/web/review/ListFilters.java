package org.knightswatch.web.review;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knightswatch.recording.RecordingState;
import org.knightswatch.review.ReviewFilter;

/** What the review list is narrowed down to. It stands in the page's address, so that it can be kept and passed on. */
public record ListFilters(String text, String exam, StateChoice state, RecordingState recording, VerdictChoice verdict)
        implements Serializable {

    /** What the address says. A value that there is not is not asked about. */
    static ListFilters of(Map<String, String> asked) {
        return new ListFilters(
                text(asked.get("q")),
                text(asked.get("exam")),
                choice(StateChoice.class, asked.get("state")),
                choice(RecordingState.class, asked.get("recording")),
                choice(VerdictChoice.class, asked.get("verdict")));
    }

    /** Of an exam, or of all. */
    static ListFilters ofExam(String exam, StateChoice state, VerdictChoice verdict) {
        return new ListFilters(null, exam, state, null, verdict);
    }

    ReviewFilter filter() {
        return new ReviewFilter(
                exam,
                text,
                state == null ? Set.of() : state.states(),
                recording,
                verdict == null ? Set.of() : verdict.verdicts(),
                verdict == VerdictChoice.OPEN);
    }

    ListFilters without(String name) {
        return new ListFilters(
                name.equals("q") ? null : text,
                name.equals("exam") ? null : exam,
                name.equals("state") ? null : state,
                name.equals("recording") ? null : recording,
                name.equals("verdict") ? null : verdict);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        add(parts, "q", text, "“" + text + "”");
        add(parts, "exam", exam, exam);
        add(parts, "state", state, state == null ? "" : state.getLabel());
        add(parts, "recording", recording, ReviewSigns.words(recording));
        add(parts, "verdict", verdict, verdict == null ? "" : verdict.getLabel());
        return parts;
    }

    String address() {
        String query = parts().stream()
                .map(part -> part.name() + "=" + URLEncoder.encode(part.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "/review/list" + (query.isEmpty() ? "" : "?" + query);
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void add(List<Part> parts, String name, Object value, String label) {
        if (value != null) {
            parts.add(new Part(name, value.toString(), label));
        }
    }

    /** One thing that is asked for. */
    record Part(String name, String value, String label) implements Serializable {}
}
