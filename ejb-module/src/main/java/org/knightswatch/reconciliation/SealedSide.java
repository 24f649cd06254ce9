package org.knightswatch.reconciliation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.knightswatch.evidence.ArchivedObject;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;

/**
 * What the manifest says of a recording that is sealed: its folder, and nothing else, is what must be there.
 *
 * @param manifest null when it is none, or not the one that was sealed
 * @param fault what is wrong with the manifest; null: nothing
 */
record SealedSide(Track track, String place, Manifest manifest, DifferenceKind fault) {

    /** Everything that is wrong with what ought to be there. */
    Stream<Found> wrong(StoredSide stored) {
        if (fault != null) {
            return Stream.of(Found.of(fault, place + Manifest.NAME, track));
        }
        return manifest.body().objects().stream()
                .flatMap(object ->
                        stored
                                .wrong(expected(object))
                                .map(kind -> Found.of(kind, place + object.name(), track))
                                .stream());
    }

    /** Without a manifest nobody knows what is too much. */
    boolean explainsArchived(String name) {
        if (manifest == null) {
            return true;
        }
        Set<String> names = new HashSet<>(List.of(Manifest.NAME));
        manifest.body().objects().forEach(object -> names.add(object.name()));
        return names.contains(name);
    }

    private Expected expected(ArchivedObject object) {
        return new Expected(place + object.name(), object.bytes(), new Sha256(object.sha256()), true);
    }
}
