package org.knightswatch.consent;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.knightswatch.exam.ConsentTextView;
import org.knightswatch.exam.ConsentTexts;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.roster.EnrolmentView;

/** Takes down what candidates agree to. Nobody joins without having agreed to the text in force. */
@Stateless
public class ConsentService {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ConsentTexts texts;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** Takes down a yes to exactly the text that has this digest. */
    public ReceiptView accept(ExamView exam, EnrolmentView enrolment, String version, String language, String sha256) {
        ConsentTextView text = text(exam, version, language);
        if (!text.sha256().equals(sha256)) {
            throw new ProctoringException(ProblemCode.CONSENT_TEXT_CHANGED, exam.consentVersion());
        }
        return keep(enrolment, text);
    }

    /** Refuses whoever did not agree to the version in force; a yes that is said only now is taken down. */
    public void ensure(ExamView exam, EnrolmentView enrolment, ConsentProof proof) {
        if (proof != null && proof.receiptId() == null && Boolean.TRUE.equals(proof.accepted())) {
            keep(enrolment, text(exam, proof.version(), proof.language()));
            return;
        }
        boolean agreed = newest(enrolment, exam.consentVersion()).isPresent();
        boolean foreign = proof != null && proof.receiptId() != null && !knows(enrolment, proof);
        if (!agreed || foreign) {
            throw new ProctoringException(ProblemCode.CONSENT_REQUIRED);
        }
    }

    public Optional<ReceiptView> newest(EnrolmentView enrolment, String version) {
        return entities.createQuery(
                        "select r from ConsentReceipt r where r.enrolmentId = :enrolment"
                                + " and r.consentVersion = :version order by r.acceptedAt desc",
                        ConsentReceipt.class)
                .setParameter("enrolment", enrolment.id().value())
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(ConsentReceipt::view);
    }

    /** All that a candidate agreed to up to a moment, in that order. */
    public List<ReceiptView> until(Instant moment, EnrolmentView enrolment) {
        return entities.createQuery(
                        "select r from ConsentReceipt r where r.enrolmentId = :enrolment"
                                + " and r.acceptedAt <= :moment order by r.acceptedAt, r.id",
                        ConsentReceipt.class)
                .setParameter("enrolment", enrolment.id().value())
                .setParameter("moment", moment)
                .getResultStream()
                .map(ConsentReceipt::view)
                .toList();
    }

    private boolean knows(EnrolmentView enrolment, ConsentProof proof) {
        return !entities.createQuery(
                        "select r.id from ConsentReceipt r where r.id = :id and r.enrolmentId = :enrolment")
                .setParameter("id", proof.receiptId())
                .setParameter("enrolment", enrolment.id().value())
                .getResultList()
                .isEmpty();
    }

    private ConsentTextView text(ExamView exam, String version, String language) {
        if (!exam.consentVersion().equals(version)) {
            throw new ProctoringException(ProblemCode.CONSENT_TEXT_CHANGED, exam.consentVersion());
        }
        return texts.of(exam.id(), version).stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new ProctoringException(ProblemCode.CONSENT_TEXT_CHANGED, exam.consentVersion()));
    }

    private ReceiptView keep(EnrolmentView enrolment, ConsentTextView text) {
        ConsentReceipt receipt = new ConsentReceipt(enrolment.id(), text, clock.instant());
        entities.persist(receipt);
        audit.fire(AuditFact.of("CONSENT_GIVEN", "candidate:" + enrolment.candidateId())
                .by("candidate:" + enrolment.candidateId())
                .saying("version " + text.version() + ", " + text.language() + ", sha256 " + text.sha256()));
        return receipt.view();
    }
}
