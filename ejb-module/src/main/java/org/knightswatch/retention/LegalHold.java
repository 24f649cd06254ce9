package org.knightswatch.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.Ids;

/** Somebody's word that an attempt, or all of an exam, must stay. Released, it is still known. */
@Entity
class LegalHold {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID examId;

    private UUID attemptId;
    private String reason;
    private Instant placedAt;
    private String placedBy;

    @Column(name = "released_at")
    private Instant releasedAt;

    @Column(length = 200)
    private String releasedBy;

    @Column(length = 500)
    private String releaseReason;

    @Column(unique = true)
    private String activeKey;

    protected LegalHold() {}

    /** @param attempt null: all of the exam */
    LegalHold(ExamId exam, AttemptId attempt, String reason, String by, Instant now) {
        this.id = Ids.next();
        this.examId = exam.value();
        this.attemptId = attempt == null ? null : attempt.value();
        this.reason = reason;
        this.placedAt = now;
        this.placedBy = by;
        this.activeKey = key(exam, attempt);
    }

    /** Only one hold of a thing is in force. */
    static String key(ExamId exam, AttemptId attempt) {
        return attempt == null ? "exam:" + exam.value() : "attempt:" + attempt;
    }

    void release(String why, String by, Instant now) {
        releaseReason = why;
        releasedBy = by;
        releasedAt = now;
        activeKey = null;
    }

    HoldView view() {
        return new HoldView(
                attemptId == null, attemptId == null ? null : attemptId.toString(), reason, placedAt, placedBy);
    }
}
