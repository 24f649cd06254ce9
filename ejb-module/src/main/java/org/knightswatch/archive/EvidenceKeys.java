package org.knightswatch.archive;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.knightswatch.evidence.SealKey;
import org.knightswatch.evidence.Signer;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.SecretBox;
import org.knightswatch.kernel.ServerClock;

/**
 * The keys that seal recordings. The newest of our own signs, unless an operator has set one. Two nodes that make the
 * first one at once make two, which is no harm: both are published.
 */
@Stateless
public class EvidenceKeys {

    private static final String LABEL = "evidence-";

    @PersistenceContext
    EntityManager entities;

    @Inject
    EvidenceSettings settings;

    @Inject
    SecretBox box;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** The id of the key that signs now; the first time, it is made. */
    public String current() {
        return settings.signer()
                .map(this::publish)
                .or(() -> rows().stream()
                        .filter(key -> key.boxedSecret().isPresent())
                        .findFirst()
                        .map(EvidenceKey::id))
                .orElseGet(() -> make().keyId());
    }

    /** The key of an id with its secret; empty when only its operator has that, who took it away. */
    public Optional<Signer> signer(String id) {
        return settings.signer().filter(signer -> signer.keyId().equals(id)).or(() -> Optional.ofNullable(
                        entities.find(EvidenceKey.class, id))
                .flatMap(this::open));
    }

    /** All public keys, newest first. */
    public List<PublishedKey> published() {
        settings.signer().ifPresent(this::publish);
        return rows().stream().map(EvidenceKey::published).toList();
    }

    /** Makes the next key, which signs from now on; the others stay published. */
    public PublishedKey make() {
        Signer signer = Signer.generate();
        byte[] secret = box.close(LABEL + signer.keyId(), signer.pkcs8());
        return keep(signer.key(), Base64.getEncoder().encodeToString(secret));
    }

    /** Publishes a key again that sealed recordings before this database was made, and is trusted. */
    public void publishAgain(SealKey key) {
        if (entities.find(EvidenceKey.class, key.keyId()) == null) {
            keep(key, null);
        }
    }

    private String publish(Signer signer) {
        if (entities.find(EvidenceKey.class, signer.keyId()) == null) {
            keep(signer.key(), null);
        }
        return signer.keyId();
    }

    private PublishedKey keep(SealKey sealing, String boxedSecret) {
        EvidenceKey key = new EvidenceKey(sealing, boxedSecret, clock.instant());
        entities.persist(key);
        audit.fire(AuditFact.of("EVIDENCE_KEY_ADDED", "key:" + key.id()));
        return key.published();
    }

    private Optional<Signer> open(EvidenceKey key) {
        return key.boxedSecret()
                .map(boxed -> box.open(LABEL + key.id(), Base64.getDecoder().decode(boxed)))
                .map(pkcs8 -> Signer.of(pkcs8, key.key().spki()));
    }

    private List<EvidenceKey> rows() {
        return entities.createQuery("select k from EvidenceKey k order by k.madeAt desc, k.id", EvidenceKey.class)
                .getResultList();
    }
}
