package org.knightswatch.transcript;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.archive.EvidenceKeys;
import org.knightswatch.archive.PublishedKey;
import org.knightswatch.archive.StoredManifests;
import org.knightswatch.evidence.Manifest;
import org.knightswatch.evidence.SealKey;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.store.StoreException;

/** Says of the sealed recordings of a transcript whether their manifests bear it out. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked
public class SealCheck {

    @Inject
    StoredManifests manifests;

    @Inject
    EvidenceKeys keys;

    /**
     * What is not to be trusted, and why; empty when everything that is sealed is as it was.
     *
     * @param trusted fingerprints of keys that are not published here, because this database is younger than they are
     */
    public List<String> findings(Transcript transcript, Set<String> trusted) {
        return transcript.rows(CopiedTable.RECORDING).stream()
                .filter(recording -> recording.containsKey("sealed_at") && recording.containsKey("place"))
                .flatMap(recording -> finding(transcript, recording, trusted).stream())
                .toList();
    }

    private Optional<String> finding(Transcript transcript, Map<String, String> recording, Set<String> trusted) {
        String key = recording.get("place") + Manifest.NAME;
        try {
            Manifest manifest = manifests.read(recording.get("place"));
            if (!new SealComparison(transcript, recording).agrees(manifest.body())) {
                return Optional.of(key + ": says something else than the rows that were put back");
            }
            return seal(manifest, trusted).map(what -> key + ": " + what);
        } catch (IOException e) {
            return Optional.of(key + ": " + e.getMessage());
        } catch (StoreException e) {
            if (e.code() == ProblemCode.NOT_FOUND) {
                return Optional.of(key + ": is missing");
            }
            throw e;
        }
    }

    private Optional<String> seal(Manifest manifest, Set<String> trusted) {
        SealKey key = manifest.sealedBy().orElse(null);
        if (key == null) {
            return Optional.of("was changed after it was sealed");
        }
        String fingerprint = key.fingerprint().hex();
        if (trusted.contains(fingerprint)) {
            keys.publishAgain(key);
            return Optional.empty();
        }
        boolean known = keys.published().stream().map(PublishedKey::fingerprint).anyMatch(fingerprint::equals);
        return known ? Optional.empty() : Optional.of("is sealed by a key that is not known here: " + fingerprint);
    }
}
