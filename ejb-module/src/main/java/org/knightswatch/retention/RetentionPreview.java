package org.knightswatch.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a rule would purge, and when.
 *
 * @param all everything that it would purge in time, without what is on hold
 * @param now of that, what would go at once
 * @param held what would go if it were not on hold
 * @param running attempts that go on, so that nobody knows yet when theirs would go
 * @param from the first moment at which something goes; null: never
 * @param until when the last of it goes; null: never
 * @param days the first days on which something goes, in UTC
 */
public record RetentionPreview(
        RetentionRule rule,
        Amount all,
        Amount now,
        Amount held,
        long running,
        Instant from,
        Instant until,
        List<Day> days) {

    private static final int DAYS_SHOWN = 10;

    static RetentionPreview of(
            RetentionRule rule, Dates dates, List<KeptAttempt> attempts, Set<UUID> held, Instant now) {
        List<Due> due = attempts.stream()
                .flatMap(attempt -> rule
                        .dueAt(dates.examEndsAt(), attempt.endedAt(), dates.lateWindow())
                        .map(at -> new Due(at, attempt))
                        .stream())
                .toList();
        List<Due> going =
                due.stream().filter(one -> !held.contains(one.attempt().id())).toList();
        return new RetentionPreview(
                rule,
                Amount.of(going),
                Amount.of(going.stream().filter(one -> !one.at().isAfter(now)).toList()),
                Amount.of(due.stream()
                        .filter(one -> held.contains(one.attempt().id()))
                        .toList()),
                attempts.stream().filter(attempt -> attempt.endedAt() == null).count(),
                going.stream().map(Due::at).min(Comparator.naturalOrder()).orElse(null),
                going.stream().map(Due::at).max(Comparator.naturalOrder()).orElse(null),
                days(going, now));
    }

    private static List<Day> days(List<Due> going, Instant now) {
        Map<LocalDate, List<Due>> byDay = going.stream()
                .collect(Collectors.groupingBy(one -> day(one.at(), now), TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .limit(DAYS_SHOWN)
                .map(day -> new Day(day.getKey(), Amount.of(day.getValue())))
                .toList();
    }

    /** What was due before today goes today. */
    private static LocalDate day(Instant due, Instant now) {
        return LocalDate.ofInstant(due.isBefore(now) ? now : due, ZoneOffset.UTC);
    }

    /** What a rule is counted from. */
    record Dates(Instant examEndsAt, Duration lateWindow) {}

    /**
     * How much.
     *
     * @param attempts one of a candidate each
     */
    public record Amount(long attempts, long recordings, long bytes) {

        private static Amount of(List<Due> some) {
            return new Amount(
                    some.size(),
                    some.stream().mapToLong(one -> one.attempt().recordings()).sum(),
                    some.stream().mapToLong(one -> one.attempt().bytes()).sum());
        }
    }

    private record Due(Instant at, KeptAttempt attempt) {}

    /** What goes on a day. */
    public record Day(LocalDate day, Amount amount) {}
}
