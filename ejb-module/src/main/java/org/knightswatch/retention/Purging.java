package org.knightswatch.retention;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.archive.EvidenceKeys;
import org.knightswatch.copy.CopyRows;
import org.knightswatch.evidence.ManifestException;
import org.knightswatch.evidence.PurgeBody;
import org.knightswatch.evidence.PurgeCertificate;
import org.knightswatch.evidence.Signer;
import org.knightswatch.recording.RecordingRemoval;
import org.knightswatch.recording.RecordingRemoval.Whereabouts;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoreException;
import org.knightswatch.store.StoredObject;

/**
 * Removes recordings. What is to go is signed and kept in two places before the first object goes, and purged is only what
 * the store shows no more: whoever dies in between leaves a removal that can be gone on with, and no untruth.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the store is asked in between
public class Purging {

    static final String FOLDER = "certificates/";

    private static final Logger LOG = Logger.getLogger(Purging.class.getName());
    private static final String TYPE = "application/json";

    @Inject
    PurgeRows rows;

    @Inject
    PurgePlan plans;

    @Inject
    PurgeStock stock;

    @Inject
    RecordingRemoval recordings;

    @Inject
    CopyRows copies;

    @Inject
    EvidenceKeys keys;

    @Inject
    ObjectStore store;

    /** Goes on with one removal that is due; answers whether there was one. */
    public boolean purgeNext() {
        return rows.claimNext().map(this::purge).isPresent();
    }

    private PurgeWork purge(PurgeWork work) {
        try {
            Signer signer = keys.signer(work.key()).orElse(null);
            if (signer == null) {
                rows.later(work.id(), "the key " + work.key() + " that was to sign it is not there");
            } else {
                remove(work, signer);
            }
        } catch (StoreException | ManifestException e) {
            LOG.log(Level.WARNING, "Attempt {0} is purged later: {1}", new Object[] {work.attempt(), e.getMessage()});
            rows.later(work.id(), e.getMessage());
        }
        return work;
    }

    private void remove(PurgeWork claimed, Signer signer) {
        Whereabouts where = recordings
                .whereabouts(claimed.attempt())
                .and(copies.imports(claimed.attempt()), copies.digests(claimed.attempt()));
        List<StoredObject> there = stock.of(where);
        PurgeWork work = plan(claimed, plans.of(claimed, where, there), signer);
        if (!rows.mayRemove(work.id())) {
            return;
        }
        Map<ObjectKey, String> refused = stock.remove(where, there);
        if (stock.of(where).isEmpty()) {
            rows.emptied(work.id()).ifPresent(when -> certify(work, when, signer));
        } else {
            rows.refused(work.id(), refused);
        }
    }

    /** Writes down what is to go, in the database first, and then in the store. */
    private PurgeWork plan(PurgeWork work, PurgeBody body, Signer signer) {
        boolean known = work.plan() != null && PurgePlan.last(work).equals(body);
        PurgeWork planned = known ? work : rows.planned(work.id(), text(PurgeCertificate.seal(body, signer)));
        put(planned, "plan-" + planned.plans() + ".json", planned.plan());
        return planned;
    }

    private void certify(PurgeWork work, Instant when, Signer signer) {
        String certificate = text(PurgeCertificate.seal(PurgePlan.last(work).done(when), signer));
        put(work, "certificate.json", certificate);
        rows.done(work.id(), when, certificate);
    }

    private void put(PurgeWork work, String name, String certificate) {
        ObjectKey key = ObjectKey.of(FOLDER + work.attempt() + "/" + work.id() + "/" + name);
        store.put(key, certificate.getBytes(StandardCharsets.UTF_8), TYPE);
    }

    private static String text(PurgeCertificate certificate) {
        return new String(certificate.bytes(), StandardCharsets.UTF_8);
    }
}
