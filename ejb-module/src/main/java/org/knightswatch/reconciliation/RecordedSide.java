package org.knightswatch.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.KeptCopy;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;

/**
 * What the rows say of a recording that is not sealed yet.
 *
 * @param place its folder in the archive; null before the first object lies there
 * @param copies what others recorded
 */
record RecordedSide(Track track, String place, List<Contents> takes, List<KeptCopy> copies) {

    /** Everything that is wrong with what ought to be there. */
    Stream<Found> wrong(StoredSide stored) {
        return Stream.concat(
                takes.stream()
                        .flatMap(contents -> Stream.concat(
                                segments(contents, stored),
                                object(
                                        contents.take().archived(),
                                        contents.take().startedAt(),
                                        stored))),
                copies.stream().flatMap(copy -> object(copy.object(), copy.startedAt(), stored)));
    }

    /** Whether it is known why something lies in the folder of the attempt. */
    boolean explains(String key) {
        return takes.stream().anyMatch(contents -> contents.explains(key));
    }

    /** Whether something in the archive's folder is known, or may just be written. */
    boolean explainsArchived(String name) {
        return List.of("manifest.json", "recording.m3u8", "recording.m3u").contains(name)
                || copies.stream().anyMatch(copy -> name.equals(copy.object().name()))
                || takes.stream()
                        .map(Contents::take)
                        .anyMatch(take -> take.archived() == null
                                ? name.startsWith("take-" + take.number() + ".")
                                : name.equals(take.archived().name()));
    }

    private Stream<Found> segments(Contents contents, StoredSide stored) {
        TakeView take = contents.take();
        return contents.segments().stream()
                .filter(segment -> !segment.faulty())
                .flatMap(segment -> stored
                        .wrong(new Expected(take.keyOf(segment).value(), segment.bytes(), segment.sha256(), false))
                        .map(kind -> new Found(
                                kind,
                                take.keyOf(segment).value(),
                                track,
                                take.startedAt().plusMillis(segment.startMillis()),
                                take,
                                segment.sequence()))
                        .stream());
    }

    private Stream<Found> object(ArchivedTake object, Instant at, StoredSide stored) {
        if (object == null || place == null) {
            return Stream.empty();
        }
        String key = place + object.name();
        return stored
                .wrong(new Expected(key, object.bytes(), object.sha256(), true))
                .map(kind -> new Found(kind, key, track, at, null, -1))
                .stream();
    }

    /** A take and all that was proved of it. */
    record Contents(TakeView take, List<SegmentView> segments) {

        /** What was uploaded and not committed yet is taken in when the take is read; afterwards it is too late. */
        private boolean explains(String key) {
            if (take.archivedAt() == null) {
                return take.isSegment(key);
            }
            return key.startsWith(take.objectPrefix())
                    && segments.stream()
                            .anyMatch(segment -> take.keyOf(segment).value().equals(key));
        }
    }
}
