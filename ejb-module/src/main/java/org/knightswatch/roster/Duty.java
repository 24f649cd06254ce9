package org.knightswatch.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.identity.StaffId;
import org.knightswatch.kernel.Ids;

/** A proctor's time of watching an exam. At most one at a time for each proctor and exam. */
@Entity
class Duty {

    @Id
    private UUID id;

    private UUID examId;
    private UUID staffId;

    @Column(nullable = false)
    private Instant fromAt;

    @Column
    private Instant toAt;

    @Column
    private Instant goneAt;

    @Column(unique = true)
    private String activeKey;

    protected Duty() {}

    Duty(ExamId exam, StaffId staff, Instant now) {
        this.id = Ids.next();
        this.examId = exam.value();
        this.staffId = staff.value();
        this.fromAt = now;
        this.activeKey = key(exam, staff);
    }

    static String key(ExamId exam, StaffId staff) {
        return exam + ":" + staff;
    }

    void end(Instant now) {
        toAt = now;
        activeKey = null;
    }

    /** Null: they gave a sign again. */
    void gone(Instant when) {
        goneAt = when;
    }

    DutyView view() {
        return new DutyView(id, new ExamId(examId), new StaffId(staffId), fromAt, goneAt);
    }
}
