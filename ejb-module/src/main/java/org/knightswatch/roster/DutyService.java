package org.knightswatch.roster;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.StaffId;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Puts proctors on duty and takes them off. Who sits where is the rooms' business. */
@Stateless
public class DutyService {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** Harmless when the proctor is on duty already. */
    public DutyView start(ExamId exam, StaffView proctor) {
        if (!proctor.active() || !proctor.is(Role.PROCTOR)) {
            throw new ProctoringException(ProblemCode.STAFF_NO_PROCTOR, proctor.name());
        }
        return find(exam, proctor.id()).orElseGet(() -> {
            Duty duty = new Duty(exam, proctor.id(), clock.instant());
            entities.persist(duty);
            audit.fire(AuditFact.of("DUTY_STARTED", "staff:" + proctor.name()).saying("exam " + exam));
            return duty.view();
        });
    }

    /** Answers the duty that ended; empty when there was none. */
    public Optional<DutyView> end(ExamId exam, StaffView proctor) {
        return active(exam, proctor.id()).map(duty -> {
            duty.end(clock.instant());
            audit.fire(AuditFact.of("DUTY_ENDED", "staff:" + proctor.name()).saying("exam " + exam));
            return duty.view();
        });
    }

    /** Notes that somebody on duty gives no sign; they stay on duty. */
    public void markGone(DutyView duty) {
        entities.find(Duty.class, duty.id()).gone(clock.instant());
        audit.fire(AuditFact.of("DUTY_GONE", "staff:" + duty.staff()).saying("exam " + duty.exam()));
    }

    public void markBack(DutyView duty) {
        entities.find(Duty.class, duty.id()).gone(null);
        audit.fire(AuditFact.of("DUTY_BACK", "staff:" + duty.staff()).saying("exam " + duty.exam()));
    }

    /** The exams that are watched while somebody takes them. */
    public List<ExamId> examsWatched() {
        return entities.createQuery(
                        "select distinct d.examId from Duty d where d.toAt is null and exists"
                                + " (select a from Attempt a where a.examId = d.examId and a.endedAt is null)",
                        UUID.class)
                .getResultStream()
                .map(ExamId::new)
                .toList();
    }

    public Optional<DutyView> find(ExamId exam, StaffId proctor) {
        return active(exam, proctor).map(Duty::view);
    }

    /** Whether anybody is on duty in an exam; reads no duty, so that whoever asks may lock before they do. */
    public boolean isWatched(ExamId exam) {
        return entities.createQuery("select count(d) from Duty d where d.examId = :exam and d.toAt is null", Long.class)
                        .setParameter("exam", exam.value())
                        .getSingleResult()
                > 0;
    }

    /** Who is on duty in an exam, longest first. */
    public List<DutyView> on(ExamId exam) {
        return entities.createQuery(
                        "select d from Duty d where d.examId = :exam and d.toAt is null order by d.fromAt, d.id",
                        Duty.class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .map(Duty::view)
                .toList();
    }

    /** The exams that somebody watches. */
    public List<DutyView> of(StaffId proctor) {
        return entities.createQuery(
                        "select d from Duty d where d.staffId = :staff and d.toAt is null order by d.fromAt desc",
                        Duty.class)
                .setParameter("staff", proctor.value())
                .getResultStream()
                .map(Duty::view)
                .toList();
    }

    private Optional<Duty> active(ExamId exam, StaffId proctor) {
        return entities.createQuery("select d from Duty d where d.activeKey = :key", Duty.class)
                .setParameter("key", Duty.key(exam, proctor))
                .getResultStream()
                .findFirst();
    }
}
