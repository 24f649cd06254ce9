package org.knightswatch.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Pause;
import org.knightswatch.attempt.SightingView;
import org.knightswatch.consent.ReceiptView;
import org.knightswatch.evidence.Entry;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.Gap;
import org.knightswatch.recording.KeptCopy;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;

/**
 * Puts what happened into the one order that is signed: consents, events, each take with its segments, gaps. What people
 * wrote or called their devices is left out, because it may name somebody.
 */
final class ManifestEntries {

    private final List<Entry> entries = new ArrayList<>();

    List<Entry> all() {
        return entries;
    }

    void consents(List<ReceiptView> receipts) {
        receipts.forEach(receipt ->
                entries.add(new Entry.Consent(receipt.version(), receipt.language(), receipt.sha256(), receipt.at())));
    }

    /** The attempt's own moments, and what the server saw of it until it was over. */
    void events(AttemptView attempt, List<SightingView> sightings) {
        Stream<Entry.Event> life = Stream.of(
                attempt.startedAt() == null ? null : new Entry.Event(attempt.startedAt(), "STARTED", null),
                new Entry.Event(attempt.endedAt(), attempt.state().name(), null));
        Stream<Entry.Event> pauses = attempt.pauses().stream().flatMap(ManifestEntries::events);
        Stream<Entry.Event> seen = sightings.stream()
                .filter(sighting -> !sighting.at().isAfter(attempt.endedAt()))
                .map(sighting -> new Entry.Event(
                        sighting.at(),
                        sighting.kind().name(),
                        sighting.track() == null ? null : sighting.track().word()));
        Stream.of(life, pauses, seen)
                .flatMap(events -> events)
                .filter(event -> event != null)
                .sorted(Comparator.comparing(Entry.Event::at).thenComparing(Entry.Event::what))
                .forEach(entries::add);
    }

    void take(ArchivedContents contents) {
        TakeView take = contents.take();
        entries.add(new Entry.Take(
                take.id().value(),
                take.number(),
                take.mimeType(),
                take.startedAt(),
                take.announcedAt(),
                take.lastSequence(),
                take.closeReason() == null ? null : take.closeReason().name(),
                take.archived() == null ? null : take.archived().name()));
        long offset = 0;
        for (SegmentView segment : contents.segments()) {
            entries.add(new Entry.Segment(
                    take.id().value(),
                    segment.sequence(),
                    offset,
                    segment.bytes(),
                    segment.sha256().hex(),
                    segment.startMillis(),
                    segment.durationMillis(),
                    segment.heldAt()));
            offset += segment.bytes();
        }
    }

    /** How much of a take the page at the live socket vouched for, as it stood when the recording was sealed. */
    void witnessed(ArchivedContents contents, Instant at) {
        TakeView take = contents.take();
        int all = contents.segments().size();
        String share = "take %d: %d of %d segments".formatted(take.number(), Math.min(all, take.witnessed()), all);
        entries.add(new Entry.Event(at, "WITNESSED", share));
    }

    /** What somebody else recorded: whose it is, and when it is said to begin. */
    void copy(KeptCopy copy, Instant at) {
        String words = "%s: by %s, from %s, %d ms"
                .formatted(copy.object().name(), copy.source(), copy.startedAt(), copy.durationMillis());
        entries.add(new Entry.Event(at, "COPY", words));
    }

    void gaps(List<Gap> gaps) {
        gaps.forEach(gap -> entries.add(new Entry.Gap(
                gap.from(), gap.to(), gap.cause().name(), gap.causeBy().name(), gap.explained())));
    }

    private static Stream<Entry.Event> events(Pause pause) {
        return Stream.of(
                new Entry.Event(pause.fromAt(), "PAUSED", null),
                pause.toAt() == null ? null : new Entry.Event(pause.toAt(), "RESUMED", null));
    }
}
