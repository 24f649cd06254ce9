package org.knightswatch.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.GrowingWait;

/** When an attempt's objects were compared with its rows, and when they will be again. It has the attempt's id. */
@Entity
class Reconciliation {

    private static final GrowingWait WAIT = new GrowingWait(Duration.ofMinutes(1), 6);

    @Id
    private UUID id;

    private Instant dueAt;
    private int tries;

    @Column
    private Instant doneAt;

    @Column(nullable = false)
    private int objects;

    protected Reconciliation() {}

    Reconciliation(AttemptId attempt, Instant dueAt) {
        this.id = attempt.value();
        this.dueAt = dueAt;
    }

    AttemptId attempt() {
        return new AttemptId(id);
    }

    boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    /** Whoever has it keeps it until then. */
    void claim(Instant until) {
        dueAt = until;
    }

    void dueSoon(Instant now) {
        dueAt = now;
    }

    void done(Compared compared, Instant next, Instant now) {
        objects = compared.objects();
        doneAt = now;
        dueAt = next;
        tries = 0;
    }

    /** The store did not answer: another time, each time a little later. */
    void failed(Instant now) {
        dueAt = now.plus(WAIT.after(tries));
        tries++;
    }
}
