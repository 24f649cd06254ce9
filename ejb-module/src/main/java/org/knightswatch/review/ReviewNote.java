package org.knightswatch.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.Ids;

/** What a reviewer notes at a moment of an attempt. */
@Entity
class ReviewNote {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID attemptId;

    private Instant at;
    private String body;
    private UUID staffId;

    @Column(nullable = false)
    private Instant writtenAt;

    protected ReviewNote() {}

    ReviewNote(AttemptId attempt, Instant at, String body, StaffView by, Instant now) {
        this.id = Ids.next();
        this.attemptId = attempt.value();
        this.at = at;
        this.body = body;
        this.staffId = by.id().value();
        this.writtenAt = now;
    }

    UUID staff() {
        return staffId;
    }

    NoteView view(String by) {
        return new NoteView(id, at, body, by);
    }
}
