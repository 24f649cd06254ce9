package org.knightswatch.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long recordings are kept.
 *
 * @param days after the exam's end, and after that of the attempt where it ended later; null: for ever
 * @param own whether the exam says so itself
 */
public record RetentionRule(Integer days, boolean own) {

    /**
     * From when a recording is purged; empty: never. What is missing may come until the late window is over, so it is
     * kept at least as long.
     */
    Optional<Instant> dueAt(Instant examEndsAt, Instant attemptEndedAt, Duration lateWindow) {
        if (days == null || attemptEndedAt == null) {
            return Optional.empty();
        }
        Instant end = attemptEndedAt.isAfter(examEndsAt) ? attemptEndedAt : examEndsAt;
        Instant due = end.plus(Duration.ofDays(days));
        Instant late = attemptEndedAt.plus(lateWindow);
        return Optional.of(due.isAfter(late) ? due : late);
    }

    /** Such as {@code 30 days after the exam, as the exam says}. */
    public String words() {
        String kept = days == null ? "for ever" : days + (days == 1 ? " day" : " days") + " after the exam";
        return kept + (own ? ", as the exam says" : ", as the settings say");
    }
}
