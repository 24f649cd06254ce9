package org.knightswatch.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.kernel.Ids;

/** A mark at a moment. A rule that finds the same thing again raises no second one. */
@Entity
class Flag {

    @Id
    private UUID id;

    private UUID attemptId;
    private Instant at;
    private double severity;
    private String reason;
    private String raisedBy;
    private String detail;

    @Column(nullable = false)
    private Instant raisedAt;

    @Column(unique = true)
    private String onceKey;

    protected Flag() {}

    Flag(Suspicion suspicion, String onceKey, Instant now) {
        this.id = Ids.next();
        this.attemptId = suspicion.attempt().value();
        this.at = suspicion.at();
        this.severity = suspicion.severity();
        this.reason = suspicion.reason();
        this.raisedBy = suspicion.rule();
        this.detail = suspicion.detail();
        this.raisedAt = now;
        this.onceKey = onceKey;
    }

    FlagView view() {
        return new FlagView(id, new AttemptId(attemptId), at, severity, reason, raisedBy, detail);
    }
}
