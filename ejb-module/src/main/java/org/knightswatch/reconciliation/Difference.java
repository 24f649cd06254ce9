package org.knightswatch.reconciliation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.Ids;
import org.knightswatch.recording.AttemptFolder;

/** Something in which the store and the rows differ. It is kept when it is over, so that it is raised only once. */
@Entity
class Difference {

    @Id
    private UUID id;

    private UUID attemptId;
    private String objectKey;

    @Enumerated(EnumType.STRING)
    private DifferenceKind kind;

    private Instant foundAt;
    private Instant seenAt;
    private Instant overAt;

    protected Difference() {}

    /**
     * A new one.
     *
     * @param attempt null when no row knows whose it is
     */
    Difference(AttemptId attempt, DifferenceKind kind, String key, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt == null ? null : attempt.value();
        this.kind = kind;
        this.objectKey = key;
        this.foundAt = now;
        this.seenAt = now;
    }

    boolean is(DifferenceKind other, String key) {
        return kind == other && objectKey.equals(key);
    }

    boolean isIn(Sweep.Part part) {
        return objectKey.startsWith(AttemptFolder.ROOT) == (part == Sweep.Part.SEGMENTS);
    }

    void seen(Instant now) {
        seenAt = now;
        overAt = null;
    }

    void over(Instant now) {
        if (overAt == null) {
            overAt = now;
        }
    }

    DifferenceView view() {
        return new DifferenceView(attemptId, kind, objectKey, foundAt, seenAt);
    }
}
