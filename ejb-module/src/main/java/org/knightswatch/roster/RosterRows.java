package org.knightswatch.roster;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ServerClock;

/** The steps of an import that are a transaction each. */
@Stateless
public class RosterRows {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    public UUID begin(ExamId exam, int rowsInAll) {
        RosterImport started = new RosterImport(exam.value(), rowsInAll, clock.instant());
        entities.persist(started);
        return started.id();
    }

    /** Takes a batch of rows over into the roster and says how far the file is read. */
    public RosterOutcome keep(ExamId exam, List<RosterRow> rows, UUID running, int reached) {
        Map<String, Enrolment> there = existing(exam, rows);
        int updated = 0;
        for (RosterRow row : rows) {
            Enrolment enrolment = there.get(row.candidateId());
            if (enrolment == null) {
                entities.persist(new Enrolment(exam, row, clock.instant()));
            } else if (enrolment.follow(row)) {
                updated++;
            }
        }
        entities.find(RosterImport.class, running).reached(reached);
        int added = rows.size() - there.size();
        return new RosterOutcome(added, updated, there.size() - updated, List.of());
    }

    public void end(ExamId exam, UUID running, RosterOutcome outcome) {
        entities.find(RosterImport.class, running).ended(clock.instant());
        audit.fire(AuditFact.of("ROSTER_IMPORTED", "exam:" + exam)
                .saying(outcome.added() + " added, " + outcome.updated() + " updated, " + outcome.unchanged()
                        + " unchanged, " + outcome.rejected().size() + " rejected"));
    }

    public Optional<RosterProgress> progress(ExamId exam) {
        return entities.createQuery(
                        "select i from RosterImport i where i.examId = :exam order by i.startedAt desc",
                        RosterImport.class)
                .setParameter("exam", exam.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(RosterImport::progress);
    }

    private Map<String, Enrolment> existing(ExamId exam, List<RosterRow> rows) {
        return entities.createQuery(
                        "select e from Enrolment e where e.examId = :exam and e.candidateId in :ids", Enrolment.class)
                .setParameter("exam", exam.value())
                .setParameter("ids", rows.stream().map(RosterRow::candidateId).toList())
                .getResultStream()
                .collect(Collectors.toMap(Enrolment::candidateId, Function.identity()));
    }
}
