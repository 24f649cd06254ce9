package org.knightswatch.recording;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * How far the segments of a sealed recording are gone: first their rows, in one go, then the objects that these named. From
 * the moment that the rows are folded, the manifest says what was held.
 */
@Entity
class Fold {

    private static final int LONGEST_FAULT = 500;

    /** That of the recording. */
    @Id
    private UUID id;

    private Instant dueAt;
    private int tries;
    private Instant foldedAt;
    private String fault;

    @Version
    private long version;

    protected Fold() {}

    Fold(UUID recording, Instant sealedAt) {
        this.id = recording;
        this.dueAt = sealedAt;
    }

    UUID id() {
        return id;
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    /** From when the next one may try; null: there is nothing left to do. */
    void dueFrom(Instant moment) {
        dueAt = moment;
    }

    int tried() {
        return ++tries;
    }

    boolean isFolded() {
        return foldedAt != null;
    }

    void folded(Instant now) {
        foldedAt = now;
    }

    String fault() {
        return fault;
    }

    void done() {
        dueAt = null;
        fault = null;
    }

    void blocked(String what, Instant again) {
        fault = what.substring(0, Math.min(what.length(), LONGEST_FAULT));
        dueAt = again;
    }
}
