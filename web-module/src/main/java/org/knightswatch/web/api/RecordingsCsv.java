package org.knightswatch.web.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knightswatch.recording.CompletenessRow;
import org.knightswatch.recording.GapCause;
import org.knightswatch.recording.Loss;
import org.knightswatch.recording.RecordingSummary;

/**
 * The recordings of an exam as CSV (RFC 4180), a line each: the figures of the last judgement, and what is missing by
 * cause. Candidates are named by their ids alone. No cell is a formula to a spreadsheet.
 */
final class RecordingsCsv {

    static final String HEADER =
            "candidate_id,attempt,attempt_id,track,state,verified,expected_seconds,recorded_seconds,"
                    + "missing_seconds,gaps,explained_seconds,main_cause,main_cause_by,judged_at,"
                    + Arrays.stream(GapCause.values())
                            .map(cause -> cause.name().toLowerCase(Locale.ROOT) + "_seconds")
                            .collect(Collectors.joining(","))
                    + "\r\n";

    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private RecordingsCsv() {}

    static String line(CompletenessRow row) {
        RecordingSummary summary = row.summary();
        Loss worst = row.worst();
        Stream<String> first = Stream.of(
                cell(row.candidateId()),
                Integer.toString(row.number()),
                summary.attempt().toString(),
                summary.track().word(),
                summary.state().name(),
                Boolean.toString(summary.verified()),
                seconds(summary.expectedSeconds()),
                seconds(summary.recordedSeconds()),
                seconds(summary.missingSeconds()),
                Integer.toString(summary.gaps()),
                seconds(row.losses().stream()
                        .filter(Loss::explained)
                        .mapToDouble(Loss::seconds)
                        .sum()),
                worst == null ? "" : worst.cause().name(),
                worst == null ? "" : worst.causeBy().name(),
                row.judgedAt().toString());
        Stream<String> byCause = Arrays.stream(GapCause.values())
                .map(cause -> seconds(row.losses().stream()
                        .filter(loss -> loss.cause() == cause)
                        .mapToDouble(Loss::seconds)
                        .sum()));
        return Stream.concat(first, byCause).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Text of others: quoted where it must be, and never something that a spreadsheet would reckon out. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
