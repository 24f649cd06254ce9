package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knightswatch.archive.StoredManifests;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.reconciliation.RecordedSide.Contents;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.recording.AttemptFolders;
import org.knightswatch.recording.KeptCopies;
import org.knightswatch.recording.SegmentRows;
import org.knightswatch.recording.Takes;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/**
 * Compares what the store has of one attempt with what the rows and the manifests say. The store is listed first and the
 * rows are read afterwards, so that nothing which comes meanwhile looks as if nobody knew it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked in between
public class Comparison {

    @Inject
    ArchiveRows archive;

    @Inject
    AttemptFolders folders;

    @Inject
    Takes takes;

    @Inject
    SegmentRows segments;

    @Inject
    KeptCopies copies;

    @Inject
    StoredManifests manifests;

    @Inject
    ObjectStore store;

    @Inject
    Pace pace;

    @Inject
    ServerClock clock;

    public Compared of(AttemptId attempt) {
        StoredSide stored = new StoredSide(store, pace, clock.instant());
        String folder = folders.of(attempt).prefix();
        stored.list(folder);
        Stream.of(Track.values())
                .flatMap(track -> archive.place(attempt, track).stream())
                .forEach(stored::list);
        List<RecordedSide> recorded = new ArrayList<>();
        List<SealedSide> sealed = new ArrayList<>();
        for (Track track : Track.values()) {
            String place = archive.place(attempt, track).orElse(null);
            if (archive.seal(attempt, track).at() == null) {
                recorded.add(recorded(attempt, track, place));
            } else {
                sealed.add(sealed(track, place));
            }
        }
        boolean whole = recorded.stream().allMatch(side -> side.takes().isEmpty());
        List<Found> found = new Differing(folder, recorded, sealed).of(stored);
        return new Compared(stored.size(), whole && !sealed.isEmpty(), found);
    }

    private RecordedSide recorded(AttemptId attempt, Track track, String place) {
        return new RecordedSide(
                track,
                place,
                takes.of(attempt).stream()
                        .filter(take -> take.track() == track)
                        .map(take -> new Contents(take, segments.of(take.key())))
                        .toList(),
                copies.of(attempt, track));
    }

    private SealedSide sealed(Track track, String place) {
        try {
            Manifest manifest = manifests.read(place);
            boolean untouched = manifest.sealedBy().isPresent();
            return new SealedSide(track, place, manifest, untouched ? null : DifferenceKind.OBJECT_CHANGED);
        } catch (IOException e) {
            return new SealedSide(track, place, null, DifferenceKind.OBJECT_CHANGED);
        } catch (StoreException e) {
            if (e.code() == ProblemCode.NOT_FOUND) {
                return new SealedSide(track, place, null, DifferenceKind.OBJECT_MISSING);
            }
            throw e;
        }
    }
}
