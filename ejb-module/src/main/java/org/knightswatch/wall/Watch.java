package org.knightswatch.wall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.identity.StaffId;
import org.knightswatch.kernel.Ids;

/** That somebody watches a candidate, from when to when. It stays for ever: who looked at whom can be asked. */
@Entity
class Watch {

    @Id
    private UUID id;

    private UUID attemptId;

    @Column(nullable = false)
    private UUID staffId;

    private String connection;

    @Column(nullable = false)
    private String node;

    @Column(nullable = false)
    private Instant fromAt;

    @Column
    private Instant toAt;

    @Column(unique = true)
    private String openKey;

    protected Watch() {}

    Watch(AttemptId attempt, StaffId staff, String connection, String node, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.staffId = staff.value();
        this.connection = connection;
        this.node = node;
        this.fromAt = now;
        this.openKey = key(attempt, connection);
    }

    static String key(AttemptId attempt, String connection) {
        return attempt + ":" + connection;
    }

    void end(Instant now) {
        toAt = now;
        openKey = null;
    }

    AttemptId attempt() {
        return new AttemptId(attemptId);
    }

    String connection() {
        return connection;
    }
}
