package org.knightswatch.roster;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Reads the roster, and makes invitations anew. */
@Stateless
public class EnrolmentService {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    public Optional<EnrolmentView> find(EnrolmentId id) {
        return Optional.ofNullable(entities.find(Enrolment.class, id.value())).map(Enrolment::view);
    }

    public EnrolmentView require(EnrolmentId id) {
        return find(id).orElseThrow(() -> new ProctoringException(ProblemCode.INVITATION_UNKNOWN));
    }

    /** The entry of somebody whom the roster names so. */
    public EnrolmentView require(ExamId exam, String candidateId) {
        return entities.createQuery(
                        "select e from Enrolment e where e.examId = :exam and e.candidateId = :candidate",
                        Enrolment.class)
                .setParameter("exam", exam.value())
                .setParameter("candidate", candidateId)
                .getResultStream()
                .findFirst()
                .map(Enrolment::view)
                .orElseThrow(() -> new ProctoringException(ProblemCode.CANDIDATE_UNKNOWN, candidateId));
    }

    /** Holds the enrolment until the transaction ends: what one candidate does at the same moment takes turns. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public EnrolmentView lock(EnrolmentId id) {
        Enrolment enrolment = entities.find(Enrolment.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (enrolment == null) {
            throw new ProctoringException(ProblemCode.INVITATION_UNKNOWN);
        }
        return enrolment.view();
    }

    /** The roster by candidate id; {@code part} is looked for in ids and names, empty for all. */
    public Page<EnrolmentView> list(ExamId exam, String part, PageRequest page) {
        String where = " from Enrolment e where e.examId = :exam"
                + " and (lower(e.candidateId) like :part or lower(e.name) like :part)";
        String like = "%" + part.toLowerCase(Locale.ROOT) + "%";
        List<Enrolment> rows = entities.createQuery("select e" + where + " order by e.candidateId", Enrolment.class)
                .setParameter("exam", exam.value())
                .setParameter("part", like)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        long total = entities.createQuery("select count(e)" + where, Long.class)
                .setParameter("exam", exam.value())
                .setParameter("part", like)
                .getSingleResult();
        return Page.of(rows.stream().map(Enrolment::view).toList(), page, total);
    }

    public long count(ExamId exam) {
        return entities.createQuery("select count(e) from Enrolment e where e.examId = :exam", Long.class)
                .setParameter("exam", exam.value())
                .getSingleResult();
    }

    /** Removes name, address and group. The entry stays by its id, because attempts are of it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void erase(EnrolmentId id) {
        entities.find(Enrolment.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                .erase(clock.instant());
    }

    /** The link given out so far stops working; the next one listed is good. */
    public EnrolmentView reissueInvitation(EnrolmentId id) {
        Enrolment enrolment = entities.find(Enrolment.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (enrolment == null) {
            throw new ProctoringException(ProblemCode.NOT_FOUND);
        }
        enrolment.reissueInvitation();
        audit.fire(AuditFact.of("INVITATION_REISSUED", "candidate:" + enrolment.candidateId()));
        return enrolment.view();
    }
}
