package org.knightswatch.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A batch of entries, chained to the batch before. Whoever changes an old entry must change every seal after it. */
@Entity
class AuditSeal {

    /** What the first seal is chained to. */
    static final String NOTHING_BEFORE = "0".repeat(64);

    @Id
    private Long number;

    @Column(nullable = false)
    private Instant sealedAt;

    private int entries;
    private String previousHash;
    private String hash;

    protected AuditSeal() {}

    AuditSeal(long number, int entries, String previousHash, String hash, Instant now) {
        this.number = number;
        this.entries = entries;
        this.previousHash = previousHash;
        this.hash = hash;
        this.sealedAt = now;
    }

    long number() {
        return number;
    }

    int entries() {
        return entries;
    }

    String previousHash() {
        return previousHash;
    }

    String hash() {
        return hash;
    }
}
