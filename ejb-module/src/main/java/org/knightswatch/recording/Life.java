package org.knightswatch.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.knightswatch.attempt.AttemptView;

/**
 * The time that ought to be recorded: from the earlier of the first sample and 15 s after the join, to the end of the
 * attempt, or to now. Pauses count.
 */
record Life(Interval expected, boolean running) {

    private static final Duration TO_START = Duration.ofSeconds(15);
    /** A browser may have begun to record a moment before it joined; what it claims beyond that is a claim. */
    private static final Duration BEFORE_JOIN = Duration.ofMinutes(5);

    static Life of(AttemptView attempt, List<TakeView> takes, Instant now) {
        Instant latestStart = attempt.joinedAt().plus(TO_START);
        Instant earliest = attempt.joinedAt().minus(BEFORE_JOIN);
        Instant from = takes.stream()
                .map(TakeView::startedAt)
                .filter(start -> !start.isBefore(earliest))
                .min(Comparator.naturalOrder())
                .filter(start -> start.isBefore(latestStart))
                .orElse(latestStart);
        Instant to = attempt.isOver() ? attempt.endedAt() : now;
        return new Life(new Interval(from, to.isBefore(from) ? from : to), !attempt.isOver());
    }
}
