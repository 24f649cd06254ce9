package org.knightswatch.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.identity.StaffId;
import org.knightswatch.kernel.Ids;

/** A message in an attempt, from the candidate or from one of the staff. */
@Entity
class Message {

    @Id
    private UUID id;

    private UUID attemptId;
    private UUID fromStaffId;

    @Column(nullable = false)
    private String body;

    private Instant sentAt;
    private Instant readAt;

    protected Message() {}

    Message(AttemptId attempt, StaffId from, String body, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.fromStaffId = from == null ? null : from.value();
        this.body = body;
        this.sentAt = now;
    }

    boolean isFromCandidate() {
        return fromStaffId == null;
    }

    boolean belongsTo(AttemptId attempt) {
        return attemptId.equals(attempt.value());
    }

    boolean isRead() {
        return readAt != null;
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    Instant sentAt() {
        return sentAt;
    }

    StaffId from() {
        return fromStaffId == null ? null : new StaffId(fromStaffId);
    }

    MessageView view(String name) {
        return new MessageView(id, isFromCandidate() ? "CANDIDATE" : "PROCTOR", name, body, sentAt, readAt);
    }
}
