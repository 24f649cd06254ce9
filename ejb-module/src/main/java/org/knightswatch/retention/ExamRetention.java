package org.knightswatch.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.exam.ExamId;

/** An exam's own word on how long its recordings are kept. */
@Entity
class ExamRetention {

    @Id
    private UUID examId;

    private Integer days;

    @Column(nullable = false)
    private Instant setAt;

    @Version
    private long version;

    protected ExamRetention() {}

    ExamRetention(ExamId exam) {
        this.examId = exam.value();
    }

    void keep(Integer newDays, Instant now) {
        days = newDays;
        setAt = now;
    }

    RetentionRule rule() {
        return new RetentionRule(days, true);
    }
}
