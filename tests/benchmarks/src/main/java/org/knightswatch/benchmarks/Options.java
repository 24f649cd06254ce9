package org.knightswatch.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the command line says, in pairs of {@code --name value}. */
record Options(Map<String, String> values) {

    private static final Set<String> KNOWN = Set.of(
            "candidates", "room-size", "callers", "calls", "warm-up", "over", "data", "url", "key", "batch", "minutes");

    static Options of(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).replaceFirst("^--", "");
            if (!KNOWN.contains(name) || i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + " is no option or has no value");
            }
            values.put(name, words.get(i + 1));
        }
        return new Options(values);
    }

    int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
