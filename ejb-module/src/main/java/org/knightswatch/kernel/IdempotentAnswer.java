package org.knightswatch.kernel;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;

/** What a request with an Idempotency-Key was answered; without a status while it is still being worked on. */
@Entity
class IdempotentAnswer {

    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // Hibernate reads it
    private Key key;

    private String requestSha256;
    private Integer status;
    private String location;
    private String body;
    private Instant createdAt;

    protected IdempotentAnswer() {}

    IdempotentAnswer(Key key, Sha256 request, Instant now) {
        this.key = key;
        this.requestSha256 = request.hex();
        this.createdAt = now;
    }

    void answered(int newStatus, String newLocation, String newBody) {
        status = newStatus;
        location = newLocation;
        body = newBody;
    }

    boolean isFor(Sha256 request) {
        return requestSha256.equals(request.hex());
    }

    boolean isOlderThan(Instant moment) {
        return createdAt.isBefore(moment);
    }

    IdempotentAnswers.Answer answer() {
        return status == null ? null : new IdempotentAnswers.Answer(status, location, body);
    }

    /** Whose request, by the name they gave it. */
    @Embeddable
    record Key(String caller, String idempotencyKey) implements Serializable {}
}
