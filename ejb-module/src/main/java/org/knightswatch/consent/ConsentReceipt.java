package org.knightswatch.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.exam.ConsentTextView;
import org.knightswatch.kernel.Ids;
import org.knightswatch.roster.EnrolmentId;

/** A candidate's yes to one text in one language, written before the camera was asked for. Never changed. */
@Entity
class ConsentReceipt {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID enrolmentId;

    private String consentVersion;
    private String language;
    private String sha256;
    private Instant acceptedAt;

    protected ConsentReceipt() {}

    ConsentReceipt(EnrolmentId enrolment, ConsentTextView text, Instant now) {
        this.id = Ids.next();
        this.enrolmentId = enrolment.value();
        this.consentVersion = text.version();
        this.language = text.language();
        this.sha256 = text.sha256();
        this.acceptedAt = now;
    }

    ReceiptView view() {
        return new ReceiptView(id, consentVersion, language, sha256, acceptedAt);
    }
}
