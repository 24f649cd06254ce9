package org.knightswatch.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.Ids;

/** A candidate's entry in an exam's roster. Joins of one candidate take turns by locking it. */
@Entity
class Enrolment {

    private static final String ERASED = "(erased)";

    @Id
    private UUID id;

    private UUID examId;
    private String candidateId;
    private String name;
    private String email;
    private String rosterGroup;
    private int invitationGeneration;
    private Instant erasedAt;

    @Column(nullable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Enrolment() {}

    Enrolment(ExamId exam, RosterRow row, Instant now) {
        this.id = Ids.next();
        this.examId = exam.value();
        this.candidateId = row.candidateId();
        this.createdAt = now;
        this.invitationGeneration = 1;
        follow(row);
    }

    /** Takes over what a newer roster says. Answers whether anything is different now; who was erased stays so. */
    final boolean follow(RosterRow row) {
        if (erasedAt != null) {
            return false;
        }
        boolean same = Objects.equals(name, row.name())
                && Objects.equals(email, row.email())
                && Objects.equals(rosterGroup, row.group());
        name = row.name();
        email = row.email();
        rosterGroup = row.group();
        return !same;
    }

    /** Makes every invitation link that was given out before worthless. */
    void reissueInvitation() {
        invitationGeneration++;
    }

    /** Nothing of the person stays but the id. */
    void erase(Instant now) {
        name = ERASED;
        email = null;
        rosterGroup = null;
        erasedAt = now;
    }

    String candidateId() {
        return candidateId;
    }

    EnrolmentView view() {
        return new EnrolmentView(
                new EnrolmentId(id),
                new ExamId(examId),
                candidateId,
                name,
                email,
                rosterGroup,
                invitationGeneration,
                erasedAt);
    }
}
