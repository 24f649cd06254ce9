package org.knightswatch.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.kernel.Ids;

/** How far the reading of a roster file has come, for whoever waits for it on any node. */
@Entity
class RosterImport {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID examId;

    @Column(nullable = false)
    private Instant startedAt;

    private Instant endedAt;
    private int rowsInAll;
    private int rowsDone;

    protected RosterImport() {}

    RosterImport(UUID exam, int rowsInAll, Instant now) {
        this.id = Ids.next();
        this.examId = exam;
        this.rowsInAll = rowsInAll;
        this.startedAt = now;
    }

    void reached(int rows) {
        rowsDone = rows;
    }

    void ended(Instant now) {
        endedAt = now;
        rowsDone = rowsInAll;
    }

    UUID id() {
        return id;
    }

    RosterProgress progress() {
        return new RosterProgress(rowsDone, rowsInAll, endedAt != null);
    }
}
