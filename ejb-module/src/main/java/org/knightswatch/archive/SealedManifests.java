package org.knightswatch.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.evidence.Entry;
import org.knightswatch.evidence.Fingerprint;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.evidence.ManifestException;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.SealedTakes;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.recording.TakeView;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/**
 * Reads the manifests that we have signed. They never change, so those read last are kept: about as many segments as twenty
 * recordings of three hours have.
 */
@ApplicationScoped
public class SealedManifests implements SealedTakes {

    private static final int MOST_SEGMENTS = 60_000;

    @Inject
    Places places;

    @Inject
    EvidenceKeys keys;

    @Inject
    ObjectStore store;

    @Inject
    Pace pace;

    private final Map<Which, Map<UUID, List<SegmentView>>> kept = new LinkedHashMap<>(16, 0.75f, true);

    @Override
    public List<SegmentView> segments(TakeView take) {
        Which which = new Which(take.attempt(), take.track());
        Map<UUID, List<SegmentView>> takes = kept(which);
        if (takes == null) {
            takes = segments(read(which));
            keep(which, takes);
        }
        return takes.getOrDefault(take.id().value(), List.of());
    }

    /** The keys that have sealed anything here. */
    Set<Fingerprint> trusted() {
        return keys.published().stream()
                .map(key -> Fingerprint.of(key.fingerprint()))
                .collect(Collectors.toSet());
    }

    /** The segments that a manifest names, by their takes. */
    static Map<UUID, List<SegmentView>> segments(Manifest manifest) {
        Map<UUID, List<SegmentView>> takes = new HashMap<>();
        for (Entry entry : manifest.body().entries()) {
            if (entry instanceof Entry.Segment segment) {
                takes.computeIfAbsent(segment.takeId(), take -> new ArrayList<>())
                        .add(new SegmentView(
                                segment.sequence(),
                                segment.bytes(),
                                new Sha256(segment.sha256()),
                                segment.startMillis(),
                                segment.durationMillis(),
                                segment.heldAt(),
                                false));
            }
        }
        return takes;
    }

    /** Whether a manifest is that of this recording, and not of another one that we have signed, too. */
    static boolean isOf(Manifest manifest, AttemptId attempt, Track track) {
        return manifest.body().attempt().id().equals(attempt.value())
                && manifest.body().track().equals(track.word());
    }

    private Manifest read(Which which) {
        String place = places.of(which.attempt(), which.track());
        try {
            Manifest manifest =
                    Manifest.read(new StoreSource(store, pace, place)).orElse(null);
            if (manifest != null && isOf(manifest, which.attempt(), which.track()) && manifest.isSealedBy(trusted())) {
                return manifest;
            }
        } catch (ManifestException e) {
            throw new ProctoringException(ProblemCode.ARCHIVE_DIFFERS, e);
        } catch (UncheckedIOException e) {
            throw new StoreException(ProblemCode.STORE_AWAY, e);
        }
        throw new ProctoringException(ProblemCode.ARCHIVE_DIFFERS);
    }

    private synchronized Map<UUID, List<SegmentView>> kept(Which which) {
        return kept.get(which);
    }

    private synchronized void keep(Which which, Map<UUID, List<SegmentView>> takes) {
        kept.put(which, takes);
        var oldest = kept.values().iterator();
        for (long many = total(); many > MOST_SEGMENTS && kept.size() > 1; many = total()) {
            oldest.next();
            oldest.remove();
        }
    }

    private long total() {
        return kept.values().stream()
                .flatMap(takes -> takes.values().stream())
                .mapToLong(List::size)
                .sum();
    }

    /** Which recording. */
    private record Which(AttemptId attempt, Track track) {}
}
