package org.knightswatch.reconciliation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How far the store has been looked through for folders that nobody knows. Any node goes on where another one stopped. */
@Entity
class Sweep {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Part part;

    private Instant dueAt;
    private Instant begunAt;

    private String reached;

    protected Sweep() {}

    boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    Step begin(Instant now, Duration claimedFor) {
        if (begunAt == null) {
            begunAt = now;
        }
        dueAt = now.plus(claimedFor);
        return new Step(id, part, reached == null ? "" : reached);
    }

    void reached(String key, Instant now) {
        reached = key;
        dueAt = now;
    }

    /** Answers when it was begun. */
    Instant done(Instant next) {
        Instant begun = begunAt;
        reached = null;
        begunAt = null;
        dueAt = next;
        return begun;
    }

    /** What is looked through. */
    enum Part {
        SEGMENTS,
        ARCHIVE
    }

    /**
     * The next piece of it.
     *
     * @param after the key behind which it begins
     */
    record Step(UUID sweep, Part part, String after) {}
}
