package org.knightswatch.attempt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.kernel.Ids;
import org.knightswatch.roster.EnrolmentId;

/** One more attempt for one candidate, given by hand after one that is over. Nobody takes it back. */
@Entity
class Allowance {

    @Id
    private UUID id;

    private UUID enrolmentId;
    private int afterNumber;
    private int inAll;

    @Column(nullable = false)
    private Instant givenAt;

    protected Allowance() {}

    Allowance(EnrolmentId enrolment, int afterNumber, int inAll, Instant now) {
        this.id = Ids.next();
        this.enrolmentId = enrolment.value();
        this.afterNumber = afterNumber;
        this.inAll = inAll;
        this.givenAt = now;
    }

    EnrolmentId enrolment() {
        return new EnrolmentId(enrolmentId);
    }

    /** The number of the attempt that was over when it was given. */
    int afterNumber() {
        return afterNumber;
    }

    int inAll() {
        return inAll;
    }
}
