package org.knightswatch.still;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.store.ObjectKey;

/** One still that lies in the store. It never changes. */
@Entity
class Still {

    @Id
    private UUID id;

    private UUID attemptId;
    private Instant at;
    private String takenBy;
    private String objectKey;
    private String sha256;

    protected Still() {}

    Still(UUID id, AttemptId attempt, Instant at, String takenBy, ObjectKey key, Sha256 sha256) {
        this.id = id;
        this.attemptId = attempt.value();
        this.at = at;
        this.takenBy = takenBy;
        this.objectKey = key.value();
        this.sha256 = sha256.hex();
    }

    boolean isOf(AttemptId attempt) {
        return attemptId.equals(attempt.value());
    }

    ObjectKey key() {
        return ObjectKey.of(objectKey);
    }

    StillView view() {
        return new StillView(id, at, takenBy, sha256);
    }
}
