package org.knightswatch.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knightswatch.recording.AttemptFolder;
import org.knightswatch.transcript.Transcripts;

/**
 * Finds every difference between the two sides of an attempt that nothing explains.
 *
 * @param folder in which its segments lie
 */
record Differing(String folder, List<RecordedSide> recorded, List<SealedSide> sealed) {

    List<Found> of(StoredSide stored) {
        List<Found> found = new ArrayList<>();
        recorded.forEach(side -> side.wrong(stored).forEach(found::add));
        sealed.forEach(side -> side.wrong(stored).forEach(found::add));
        stored.settled(folder)
                .filter(key -> !isExplained(key))
                .map(this::unknown)
                .distinct()
                .sorted()
                .map(key -> Found.of(DifferenceKind.OBJECT_EXTRA, key, null))
                .forEach(found::add);
        recorded.forEach(side -> extra(stored, side.place(), side::explainsArchived)
                .map(key -> Found.of(DifferenceKind.OBJECT_EXTRA, key, side.track()))
                .forEach(found::add));
        sealed.forEach(side -> extra(stored, side.place(), side::explainsArchived)
                .map(key -> Found.of(DifferenceKind.OBJECT_EXTRA, key, side.track()))
                .forEach(found::add));
        return found;
    }

    /** Segments beside a sealed recording may stay and may go: the archive has their bytes. */
    private boolean isExplained(String key) {
        return key.startsWith(folder + Transcripts.FOLDER)
                || key.startsWith(folder + AttemptFolder.STILLS)
                || sealed.stream()
                        .anyMatch(side -> key.startsWith(folder + side.track().word() + "/"))
                || recorded.stream().anyMatch(side -> side.explains(key));
    }

    /** A take that no row knows is one difference, however many segments it has. */
    private String unknown(String key) {
        boolean known = recorded.stream()
                .flatMap(side -> side.takes().stream())
                .anyMatch(contents -> key.startsWith(contents.take().objectPrefix()));
        int end = key.lastIndexOf('/') + 1;
        return known || end == folder.length() ? key : key.substring(0, end);
    }

    private static Stream<String> extra(StoredSide stored, String place, Predicate<String> explained) {
        return Stream.ofNullable(place)
                .flatMap(stored::settled)
                .filter(key -> !explained.test(key.substring(place.length())))
                .sorted();
    }
}
