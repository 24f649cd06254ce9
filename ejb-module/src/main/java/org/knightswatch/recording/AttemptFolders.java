package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.roster.EnrolmentService;

/** Knows which folder belongs to which attempt. */
@Stateless
public class AttemptFolders {

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    EnrolmentService enrolments;

    public AttemptFolder of(AttemptId id) {
        AttemptView attempt = attempts.require(id);
        ExamView exam = exams.require(attempt.exam());
        return new AttemptFolder(
                exam.environment().code(),
                exam.code().value(),
                enrolments.require(attempt.enrolment()).candidateId(),
                attempt.number());
    }

    /** The attempt that a folder belongs to; empty when no row knows of it. */
    public Optional<AttemptId> owner(AttemptFolder folder) {
        return entities.createQuery(
                        "select a.id from Attempt a join Exam x on x.id = a.examId join Enrolment e on e.id = a.enrolmentId"
                                + " where x.code = :exam and x.environment.code = :environment"
                                + " and e.candidateId = :candidate and a.number = :number",
                        UUID.class)
                .setParameter("exam", folder.exam())
                .setParameter("environment", folder.environment())
                .setParameter("candidate", folder.candidate())
                .setParameter("number", folder.attempt())
                .getResultStream()
                .findFirst()
                .map(AttemptId::new);
    }
}
