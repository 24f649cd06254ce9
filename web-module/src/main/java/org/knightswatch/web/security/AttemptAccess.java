package org.knightswatch.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.room.RoomService;

/** Which attempts a caller may look at. What they may not see does not exist for them. */
@RequestScoped
public class AttemptAccess {

    @Inject
    Caller caller;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    RoomService rooms;

    /** What is known of a recording: the candidate's own, a key's, a reviewer's, and a proctor's rooms. */
    public void toReport(AttemptId id) {
        if (caller.isCandidate()) {
            caller.uploading(id);
        } else if (caller.isStaff() && !caller.is(Role.ADMINISTRATOR) && !caller.is(Role.REVIEWER)) {
            requireOwnRoom(attempts.require(id));
        } else {
            toRecording(id, Scope.ATTEMPTS);
        }
    }

    /** The recording itself. */
    public void toRecording(AttemptId id, Scope scope) {
        AttemptView attempt = attempts.require(id);
        if (!caller.reach(scope)
                .includes(exams.require(attempt.exam()).environment().id())) {
            throw new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, id);
        }
    }

    private void requireOwnRoom(AttemptView attempt) {
        if (rooms.watchedBy(attempt.exam(), caller.staff().id()).stream()
                .noneMatch(room -> room.id().equals(attempt.room()))) {
            throw new ProctoringException(ProblemCode.ATTEMPT_UNKNOWN, attempt.id());
        }
    }
}
