package org.knightswatch.recording;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Until when a node was known to live. */
@Entity
class NodeLife {

    @Id
    private String node;

    private Instant aliveAt;

    protected NodeLife() {}

    NodeLife(String node, Instant now) {
        this.node = node;
        this.aliveAt = now;
    }

    String node() {
        return node;
    }

    Instant aliveAt() {
        return aliveAt;
    }

    void lives(Instant now) {
        aliveAt = now;
    }
}
