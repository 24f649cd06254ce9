package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.knightswatch.evidence.Finding;
import org.knightswatch.evidence.Findings;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.evidence.Verifier;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.FoldRows;
import org.knightswatch.recording.SealedRecording;
import org.knightswatch.recording.SegmentView;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/**
 * Removes the segments of sealed recordings, so that the archive is the recording. Before that, each byte of it is verified,
 * as anybody may do, and what it says is compared with the rows. The rows go first: from then on the manifest is read. A node
 * that dies between has the next one verify once more, and remove what is left.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked in between
public class Folding {

    private static final Logger LOG = Logger.getLogger(Folding.class.getName());
    private static final int NAMED = 3;

    @Inject
    FoldRows folds;

    @Inject
    ArchiveRows rows;

    @Inject
    SealedManifests manifests;

    @Inject
    Places places;

    @Inject
    ObjectStore store;

    @Inject
    Pace pace;

    @Inject
    ArchiveSettings settings;

    /** Folds one recording that is due; answers whether there was one. */
    public boolean foldNext() {
        return folds.claim(settings.segmentsKept()).map(this::tryToFold).isPresent();
    }

    private SealedRecording tryToFold(SealedRecording recording) {
        try {
            fold(recording);
        } catch (StoreException e) {
            folds.later(recording);
            LOG.log(Level.WARNING, "Recording {0} is folded later: {1}", new Object[] {recording.id(), e.getMessage()});
        }
        return recording;
    }

    private void fold(SealedRecording recording) {
        String place = places.of(recording.attempt(), recording.track());
        Findings findings = Verifier.verify(new StoreSource(store, pace, place), manifests.trusted());
        if (findings.isUndecided()) {
            folds.later(recording);
        } else if (!findings.isWhole() || !findings.trusted()) {
            block(recording, "the archive is not as it was sealed: " + words(findings));
        } else {
            fold(recording, findings.manifest());
        }
    }

    private void fold(SealedRecording recording, Manifest manifest) {
        List<ArchivedContents> contents = rows.contents(recording.attempt(), recording.track());
        if (SealedManifests.isOf(manifest, recording.attempt(), recording.track()) && saysTheSame(manifest, contents)) {
            folds.fold(recording);
            contents.forEach(this::remove);
            folds.done(recording);
        } else {
            block(recording, "the manifest says something else than is known here");
        }
    }

    private void block(SealedRecording recording, String what) {
        folds.blocked(recording, what);
        LOG.log(Level.WARNING, "Recording {0} keeps its segments: {1}", new Object[] {recording.id(), what});
    }

    private static boolean saysTheSame(Manifest manifest, List<ArchivedContents> contents) {
        Map<UUID, List<SegmentView>> signed = SealedManifests.segments(manifest);
        return contents.stream().allMatch(one -> one.segments()
                .equals(signed.getOrDefault(one.take().id().value(), List.of())));
    }

    private void remove(ArchivedContents contents) {
        store.delete(contents.segments().stream()
                .map(segment -> contents.take().keyOf(segment))
                .toList());
    }

    private static String words(Findings findings) {
        return findings.list().stream().limit(NAMED).map(Finding::toString).collect(Collectors.joining("; "));
    }
}
