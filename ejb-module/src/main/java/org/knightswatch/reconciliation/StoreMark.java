package org.knightswatch.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.knightswatch.store.ObjectKey;

/** Small objects by which this database knows its store again. */
@Entity
class StoreMark {

    @Id
    private UUID id;

    @Column(nullable = false)
    private Instant madeAt;

    private Instant missedAt;

    protected StoreMark() {}

    StoreMark(UUID id, Instant now) {
        this.id = id;
        this.madeAt = now;
    }

    /** One in each bucket, where browsers upload to another one than we archive in. */
    static List<ObjectKey> keys(UUID id) {
        return List.of(ObjectKey.of("line-check/mark-" + id + ".txt"), ObjectKey.of("marks/" + id + ".txt"));
    }

    UUID id() {
        return id;
    }

    /** Since when it is missing; null: it is there. */
    Instant missedAt() {
        return missedAt;
    }

    void looked(boolean there, Instant now) {
        if (there) {
            missedAt = null;
        } else if (missedAt == null) {
            missedAt = now;
        }
    }
}
