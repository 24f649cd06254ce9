package org.knightswatch.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.knightswatch.evidence.SealKey;

/** A key that seals recordings, or did: its public half stays for as long as anybody may want to verify one of them. */
@Entity
class EvidenceKey {

    @Id
    private String id;

    private String publicKey;
    private String boxedSecret;

    @Column(nullable = false)
    private Instant madeAt;

    protected EvidenceKey() {}

    /**
     * A key that is new here.
     *
     * @param boxedSecret null when an operator keeps it
     */
    EvidenceKey(SealKey key, String boxedSecret, Instant now) {
        this.id = key.keyId();
        this.publicKey = Base64.getEncoder().encodeToString(key.spki());
        this.boxedSecret = boxedSecret;
        this.madeAt = now;
    }

    String id() {
        return id;
    }

    SealKey key() {
        return SealKey.ofSpki(Base64.getDecoder().decode(publicKey));
    }

    Optional<String> boxedSecret() {
        return Optional.ofNullable(boxedSecret);
    }

    PublishedKey published() {
        return new PublishedKey(id, publicKey, key().fingerprint().hex(), madeAt);
    }
}
