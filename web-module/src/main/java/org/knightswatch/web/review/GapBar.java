package org.knightswatch.web.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.knightswatch.recording.CompletenessRow;
import org.knightswatch.recording.GapCause;
import org.knightswatch.recording.Loss;

/**
 * One recording as a bar: what is there, then what is missing by cause, in an outline of what is expected. Lengths are of
 * {@link #WHOLE}, which is the longest time that is expected of any in the chart.
 */
public record GapBar(CompletenessRow row, double expected, double recorded, List<Part> parts) implements Serializable {

    static final int WHOLE = 1_000;

    /** What is missing is seen, however short it is. */
    private static final double LEAST = 8;

    /** What one cause took. */
    public record Part(GapCause cause, double from, double length) implements Serializable {}

    /** Those that lack something, in one measure. */
    static List<GapBar> all(List<CompletenessRow> rows) {
        double longest = rows.stream()
                .mapToDouble(row -> row.summary().expectedSeconds())
                .max()
                .orElse(0);
        return rows.stream()
                .filter(row -> row.summary().missingSeconds() > 0)
                .map(row -> of(row, longest))
                .toList();
    }

    private static GapBar of(CompletenessRow row, double longestSeconds) {
        double unit = WHOLE / longestSeconds;
        double expected = row.summary().expectedSeconds() * unit;
        List<Part> parts = new ArrayList<>();
        double missing =
                row.losses().stream().mapToDouble(loss -> length(loss, unit)).sum();
        double recorded = Math.max(0, Math.min(row.summary().recordedSeconds() * unit, expected - missing));
        double reached = recorded;
        for (Loss loss : row.losses()) {
            double length = Math.min(length(loss, unit), Math.max(0, expected - reached));
            parts.add(new Part(loss.cause(), reached, length));
            reached += length;
        }
        return new GapBar(row, expected, recorded, parts);
    }

    private static double length(Loss loss, double unit) {
        return Math.max(LEAST, loss.seconds() * unit);
    }
}
