package org.knightswatch.recording;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.knightswatch.recording.Gap.CauseBy;

/**
 * How complete all recordings of an exam are together, as they were last judged.
 *
 * @param causes the longest first
 * @param mayComeUntil when the last late window of what is recovering ends; null: nothing is
 */
public record ExamCompleteness(List<StateTotal> totals, List<CauseTotal> causes, Instant mayComeUntil) {

    /** All recordings in one state, verified ones and others apart. */
    public record StateTotal(
            RecordingState state,
            boolean verified,
            long recordings,
            long expectedMillis,
            long recordedMillis,
            long missingMillis,
            long gaps,
            long withGaps,
            Instant judgedAt,
            Instant endedAt) {}

    /** All gaps of one kind. */
    public record CauseTotal(
            GapCause cause, CauseBy causeBy, boolean explained, long recordings, long gaps, long missingMillis) {

        public double seconds() {
            return missingMillis / 1000.0;
        }
    }

    public long recordings() {
        return sum(StateTotal::recordings);
    }

    public long recordings(RecordingState state) {
        return sum(total -> total.state() == state ? total.recordings() : 0);
    }

    /** Those whose seconds rest on bytes that were read; the others are provisional. */
    public long verified() {
        return sum(total -> total.verified() ? total.recordings() : 0);
    }

    public long gaps() {
        return sum(StateTotal::gaps);
    }

    public long withGaps() {
        return sum(StateTotal::withGaps);
    }

    public double expectedSeconds() {
        return sum(StateTotal::expectedMillis) / 1000.0;
    }

    public double recordedSeconds() {
        return sum(StateTotal::recordedMillis) / 1000.0;
    }

    public double missingSeconds() {
        return sum(StateTotal::missingMillis) / 1000.0;
    }

    /** Of gaps whose cause the server did not see. */
    public double unexplainedSeconds() {
        return causes.stream()
                        .filter(cause -> !cause.explained())
                        .mapToLong(CauseTotal::missingMillis)
                        .sum()
                / 1000.0;
    }

    /** The oldest judgement of what still runs: all figures are at least as new; null when nothing runs. */
    public Instant judgedAt() {
        return totals.stream()
                .filter(total -> total.state() == RecordingState.OPEN)
                .map(StateTotal::judgedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private long sum(ToLongFunction<StateTotal> figure) {
        return totals.stream().mapToLong(figure).sum();
    }
}
