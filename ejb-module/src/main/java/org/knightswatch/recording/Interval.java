package org.knightswatch.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time, its end not included. */
record Interval(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }

    boolean isEmpty() {
        return !to.isAfter(from);
    }

    /** What both share. */
    Optional<Interval> within(Interval other) {
        Interval shared =
                new Interval(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
        return shared.isEmpty() ? Optional.empty() : Optional.of(shared);
    }

    boolean touches(Interval other) {
        return !to.isBefore(other.from) && !other.to.isBefore(from);
    }

    Interval widened(Duration by) {
        return new Interval(from.minus(by), to.plus(by));
    }

    /** The same time without overlaps, in order. */
    static List<Interval> union(List<Interval> intervals) {
        List<Interval> union = new ArrayList<>();
        intervals.stream()
                .filter(interval -> !interval.isEmpty())
                .sorted(Comparator.comparing(Interval::from))
                .forEach(next -> {
                    Interval last = union.isEmpty() ? null : union.get(union.size() - 1);
                    if (last == null || next.from.isAfter(last.to)) {
                        union.add(next);
                    } else if (next.to.isAfter(last.to)) {
                        union.set(union.size() - 1, new Interval(last.from, next.to));
                    }
                });
        return union;
    }

    /** What of this no interval of a union covers. */
    List<Interval> without(List<Interval> union) {
        List<Interval> rest = new ArrayList<>();
        Instant reached = from;
        for (Interval covered : union) {
            if (covered.from.isAfter(reached)) {
                rest.add(new Interval(reached, covered.from.isBefore(to) ? covered.from : to));
            }
            reached = covered.to.isAfter(reached) ? covered.to : reached;
        }
        rest.add(new Interval(reached, to));
        rest.removeIf(Interval::isEmpty);
        return rest;
    }

    static Duration total(List<Interval> intervals) {
        return intervals.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }
}
