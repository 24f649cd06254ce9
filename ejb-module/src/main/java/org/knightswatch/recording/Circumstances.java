package org.knightswatch.recording;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.attempt.SightingKind;
import org.knightswatch.attempt.SightingView;
import org.knightswatch.exam.Track;

/** What the server itself knows of a time: what it saw of the attempt, and when it or its store was away. */
record Circumstances(List<SightingView> sightings, List<Outage> outages) {

    /** When something of ours was away. */
    record Outage(GapCause cause, Interval when) {}

    /** The same without what was seen of other tracks. */
    Circumstances of(Track track) {
        return new Circumstances(
                sightings.stream()
                        .filter(seen -> seen.track() == null || seen.track() == track)
                        .toList(),
                outages);
    }

    boolean saw(Set<SightingKind> kinds, Interval when) {
        return sightings.stream()
                .anyMatch(seen -> kinds.contains(seen.kind())
                        && !seen.at().isBefore(when.from())
                        && !seen.at().isAfter(when.to()));
    }

    boolean wasAway(GapCause cause, Interval when) {
        return outages.stream()
                .anyMatch(outage -> outage.cause() == cause && outage.when().touches(when));
    }

    /** When a page of the attempt was connected, as far as the server can tell. */
    List<Interval> connected(Instant until) {
        Connected connected = new Connected();
        for (SightingView seen : sightings) {
            lastRestart(seen.at()).ifPresent(connected::lostSight);
            connected.saw(seen);
        }
        lastRestart(until).ifPresent(connected::lostSight);
        return connected.until(until);
    }

    private Optional<Instant> lastRestart(Instant before) {
        return outages.stream()
                .filter(outage -> outage.cause() == GapCause.SERVER)
                .map(outage -> outage.when().from())
                .filter(from -> from.isBefore(before))
                .max(Comparator.naturalOrder());
    }

    /** Whether the page was seen to go or to come back around a time. */
    boolean sawPageChange(Interval when) {
        return saw(
                EnumSet.of(
                        SightingKind.CONNECTED,
                        SightingKind.DISCONNECTED,
                        SightingKind.PAGE_LEFT,
                        SightingKind.SUPERSEDED),
                when);
    }
}
