package org.knightswatch.recording;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.kernel.Ids;

/** A time in which a node, or the store as a node saw it, was away. */
@Entity
class Outage {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private GapCause kind;

    @Column(nullable = false)
    private String node;

    private Instant fromAt;
    private Instant toAt;

    protected Outage() {}

    Outage(GapCause kind, String node, Interval when) {
        this.id = Ids.next();
        this.kind = kind;
        this.node = node;
        this.fromAt = when.from();
        this.toAt = when.to();
    }

    Circumstances.Outage circumstance() {
        return new Circumstances.Outage(kind, new Interval(fromAt, toAt));
    }
}
