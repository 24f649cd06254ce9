package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.knightswatch.evidence.ArchivedObject;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.evidence.ManifestException;
import org.knightswatch.evidence.Signer;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.recording.ArchiveRows.ArchivedContents;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.KeptCopies;
import org.knightswatch.recording.KeptCopy;
import org.knightswatch.recording.UnsealedRecording;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;

/**
 * Seals recordings of which nothing can change any more: a playlist, and a signed manifest of all that lies beside it.
 * From then on they can be verified by anybody, without us.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked in between
public class Sealing {

    private static final Logger LOG = Logger.getLogger(Sealing.class.getName());

    @Inject
    ArchiveRows rows;

    @Inject
    KeptCopies copies;

    @Inject
    EvidenceKeys keys;

    @Inject
    ManifestFacts facts;

    @Inject
    Places places;

    @Inject
    ObjectStore store;

    /** Seals one recording that is due; answers whether there was one. */
    public boolean sealNext() {
        return rows.claimToSeal(keys::current).map(this::seal).isPresent();
    }

    private UnsealedRecording seal(UnsealedRecording recording) {
        Signer signer = keys.signer(recording.key()).orElse(null);
        if (signer == null) {
            rows.blocked(recording, "the key " + recording.key() + " that was to sign it is not there");
            return recording;
        }
        try {
            rows.sealed(recording, write(recording, signer).head());
        } catch (ManifestException | IllegalArgumentException e) {
            rows.blocked(recording, "no manifest can be made: " + e.getMessage());
            LOG.log(Level.SEVERE, e, () -> "Recording " + recording.id() + " can't be sealed");
        } catch (StoreException e) {
            if (e.code() == ProblemCode.OBJECT_DIFFERS) {
                rows.blocked(recording, "other bytes lie in the archive, or none: " + e.getMessage());
            } else {
                rows.later(recording);
            }
            LOG.log(Level.WARNING, "Recording {0} is sealed later: {1}", new Object[] {recording.id(), e.getMessage()});
        }
        return recording;
    }

    private Manifest write(UnsealedRecording recording, Signer signer) {
        String place = places.of(recording.attempt(), recording.track());
        List<ArchivedContents> contents = rows.contents(recording.attempt(), recording.track());
        List<KeptCopy> others = copies.of(recording.attempt(), recording.track());
        List<ArchivedObject> objects = new ArrayList<>();
        Stream.concat(
                        contents.stream().map(one -> one.take().archived()).filter(Objects::nonNull),
                        others.stream().map(KeptCopy::object))
                .forEach(object -> {
                    requireHeld(ObjectKey.of(place + object.name()), object);
                    objects.add(new ArchivedObject(
                            object.name(), object.bytes(), object.sha256().hex()));
                });
        for (PlayerFile file : PlayerFile.of(contents)) {
            byte[] bytes = file.bytes(contents);
            store.put(ObjectKey.of(place + file.file()), bytes, file.type());
            objects.add(new ArchivedObject(
                    file.file(), bytes.length, Sha256.digest(bytes).hex()));
        }
        Manifest manifest = Manifest.seal(facts.of(recording, contents, objects), signer);
        store.put(ObjectKey.of(place + Manifest.NAME), manifest.bytes(), "application/json");
        return manifest;
    }

    /** What was proved when it was written must still lie there when it is signed for. */
    private void requireHeld(ObjectKey key, ArchivedTake object) {
        boolean held = store.look(key)
                .filter(there -> there.size() == object.bytes())
                .filter(there -> there.sha256().map(object.sha256()::equals).orElse(true))
                .isPresent();
        if (!held) {
            throw new StoreException(ProblemCode.OBJECT_DIFFERS, key);
        }
    }
}
