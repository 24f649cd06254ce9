package org.knightswatch.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.knightswatch.recording.RecordingReport.Source;
import org.knightswatch.recording.RecordingReport.TrackReport;

/**
 * Says which source covers which second of a track: our own recorder wherever it holds something, and where it does not,
 * the copies in the order in which we were told of them. It only calculates, and changes no figure of the recording.
 */
final class Coverage {

    private Coverage() {}

    /** What our own recorder covers of what is expected, without the holes that count. */
    static List<Source> ours(Interval expected, List<Interval> held, List<Interval> holes) {
        if (held.isEmpty()) {
            return List.of();
        }
        return expected.without(holes).stream()
                .map(interval -> new Source(Source.RECORDER, interval.from(), interval.to(), null, null))
                .toList();
    }

    /** The same report, with the copies where our recorder holds nothing. */
    static TrackReport with(TrackReport own, List<KeptCopy> copies) {
        if (copies.isEmpty() || own.purgedAt() != null) {
            return own;
        }
        List<Source> sources = sources(own, copies);
        List<Gap> gaps = own.gaps().stream()
                .map(gap -> gap.covered(seconds(gap, sources)))
                .toList();
        return own.with(sources, gaps);
    }

    private static List<Source> sources(TrackReport own, List<KeptCopy> copies) {
        Interval expected = new Interval(own.from(), own.to());
        List<Source> sources = new ArrayList<>(own.sources());
        for (KeptCopy copy : copies) {
            List<Interval> covered =
                    Interval.union(sources.stream().map(Coverage::interval).toList());
            copy.interval().within(expected).stream()
                    .flatMap(interval -> interval.without(covered).stream())
                    .map(free -> source(copy, free))
                    .forEach(sources::add);
        }
        sources.sort(Comparator.comparing(Source::from));
        return List.copyOf(sources);
    }

    private static Source source(KeptCopy copy, Interval free) {
        long start = Duration.between(copy.startedAt(), free.from()).toMillis();
        return new Source(copy.source(), free.from(), free.to(), copy.object().name(), start);
    }

    private static double seconds(Gap gap, List<Source> sources) {
        Interval missing = new Interval(gap.from(), gap.to());
        Duration covered = Interval.total(sources.stream()
                .filter(source -> Objects.nonNull(source.object()))
                .flatMap(source -> interval(source).within(missing).stream())
                .toList());
        return covered.toMillis() / 1000.0;
    }

    private static Interval interval(Source source) {
        return new Interval(source.from(), source.to());
    }
}
