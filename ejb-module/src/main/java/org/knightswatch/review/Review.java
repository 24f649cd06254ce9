package org.knightswatch.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.identity.StaffId;

/** The judging of one attempt. A verdict may be changed; the audit keeps what it was before. */
@Entity
class Review {

    @Id
    private UUID attemptId;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String reason;
    private UUID reviewerId;
    private Instant decidedAt;

    @Version
    private long version;

    protected Review() {}

    Review(AttemptId attempt) {
        this.attemptId = attempt.value();
    }

    void decide(Verdict newVerdict, String newReason, StaffId by, Instant now) {
        verdict = newVerdict;
        reason = newReason;
        reviewerId = by.value();
        decidedAt = now;
    }

    Verdict verdict() {
        return verdict;
    }

    long version() {
        return version;
    }

    ReviewView view(String reviewer) {
        return new ReviewView(new AttemptId(attemptId), verdict, reason, reviewer, decidedAt, version);
    }

    StaffId reviewer() {
        return reviewerId == null ? null : new StaffId(reviewerId);
    }
}
