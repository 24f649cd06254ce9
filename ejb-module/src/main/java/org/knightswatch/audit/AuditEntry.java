package org.knightswatch.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.knightswatch.kernel.AuditFact;

/** One thing somebody did. It is never changed but for the seal it gets. */
@Entity
class AuditEntry {

    static final int LONGEST_DETAIL = 2_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;
    private String actor;
    private String action;
    private String subject;
    private String detail;
    private Long sealNumber;
    private Integer sealPosition;

    protected AuditEntry() {}

    AuditEntry(AuditFact fact, String actor, Instant now) {
        this.at = now;
        this.actor = actor;
        this.action = fact.action();
        this.subject = fact.subject();
        this.detail = cut(fact.detail());
    }

    void seal(long number, int position) {
        sealNumber = number;
        sealPosition = position;
    }

    /** The entry as bytes that can't be read two ways: each part behind its length. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        for (String part : List.of(
                String.valueOf(id),
                Long.toString(at.toEpochMilli()),
                actor,
                action,
                subject,
                detail == null ? "" : detail,
                String.valueOf(sealPosition))) {
            text.append(part.length()).append(':').append(part);
        }
        return text.toString();
    }

    AuditRow row() {
        return new AuditRow(id, at, actor, action, subject, detail, sealNumber);
    }

    private static String cut(String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }
}
