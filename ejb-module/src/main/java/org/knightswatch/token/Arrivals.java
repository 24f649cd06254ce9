package org.knightswatch.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.consent.ConsentProof;
import org.knightswatch.consent.ConsentService;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.roster.EnrolmentView;

/** Looks up all that a join has to know before it takes a seat, in one transaction. */
@Stateless
public class Arrivals {

    @Inject
    Invitations invitations;

    @Inject
    ExamService exams;

    @Inject
    ConsentService consents;

    @Inject
    AttemptService attempts;

    /** Refuses who has no invitation, or has not agreed; a yes that is said only now is kept, whatever comes after. */
    public Arrival of(String invitation, ConsentProof proof) {
        EnrolmentView enrolment = invitations.read(invitation);
        ExamView exam = exams.require(enrolment.exam());
        consents.ensure(exam, enrolment, proof);
        return new Arrival(enrolment, exam, attempts.newest(enrolment.id()));
    }
}
