package org.knightswatch.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.recording.RecordingService;
import org.knightswatch.roster.EnrolmentView;

/** Lets a browser finish its uploads when it comes back, also after the exam. */
@Stateless
public class ResumeService {

    @Inject
    Invitations invitations;

    @Inject
    AttemptService attempts;

    @Inject
    RecordingService recordings;

    @Inject
    JoinTokens tokens;

    /**
     * The right to finish uploads, and how far they are.
     *
     * @param number whose uploads are meant; null: those of the newest attempt
     */
    public ResumeAnswer resume(String invitation, Integer number) {
        EnrolmentView enrolment = invitations.read(invitation);
        AttemptView attempt = attempts.find(enrolment.id(), number)
                .orElseThrow(() -> new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, "of this invitation"));
        recordings.requireLateWindow(attempt);
        return new ResumeAnswer(attempt, tokens.issueUpload(attempt), recordings.progress(attempt.id()));
    }
}
