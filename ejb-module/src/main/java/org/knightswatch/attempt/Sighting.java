package org.knightswatch.attempt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Ids;

/** One thing the server saw of an attempt, when it saw it: the other half of every explanation. */
@Entity
class Sighting {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID attemptId;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private SightingKind kind;

    @Enumerated(EnumType.STRING)
    private Track track;

    private String detail;

    protected Sighting() {}

    Sighting(AttemptId attempt, SightingView seen) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.at = seen.at();
        this.kind = seen.kind();
        this.track = seen.track();
        this.detail = seen.detail();
    }

    SightingView view() {
        return new SightingView(at, kind, track, detail);
    }
}
