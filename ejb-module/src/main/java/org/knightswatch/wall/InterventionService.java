package org.knightswatch.wall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Takeovers;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;

/**
 * What a proctor does to the exam of a candidate, in the rooms of their duty and nowhere else. Whatever a candidate could
 * complain of has a reason, which the audit trail keeps.
 */
@Stateless
public class InterventionService {

    static final int LONGEST_REASON = 500;
    static final int MOST_MINUTES = 240;

    @Inject
    WatchService watches;

    @Inject
    AttemptService attempts;

    @Inject
    Takeovers takeovers;

    public AttemptView admit(AttemptId id, StaffView proctor) {
        watches.requireOwn(id, proctor);
        return attempts.admit(id, proctor.actor());
    }

    /** Another browser of the candidate goes on with the exam. */
    public AttemptView letIn(AttemptId id, UUID page, StaffView proctor) {
        watches.requireOwn(id, proctor);
        return takeovers.letIn(id, page, proctor.actor());
    }

    /** Another browser of the candidate does not. */
    public AttemptView refuse(AttemptId id, UUID page, StaffView proctor, String reason) {
        watches.requireOwn(id, proctor);
        return takeovers.refuse(id, page, proctor.actor(), checked(reason));
    }

    public AttemptView pause(AttemptId id, StaffView proctor, String reason) {
        watches.requireOwn(id, proctor);
        return attempts.pause(id, proctor.actor(), checked(reason));
    }

    public AttemptView resume(AttemptId id, StaffView proctor) {
        watches.requireOwn(id, proctor);
        return attempts.resume(id, proctor.actor());
    }

    /** Gives more time, on top of what was given before. */
    public AttemptView extend(AttemptId id, StaffView proctor, int minutes, String reason) {
        watches.requireOwn(id, proctor);
        return attempts.extend(id, timeOf(minutes), proctor.actor(), checked(reason));
    }

    /** For good. What was recorded is still taken in. */
    public AttemptView end(AttemptId id, StaffView proctor, String reason) {
        watches.requireOwn(id, proctor);
        return attempts.terminate(id, proctor.actor(), checked(reason));
    }

    static Duration timeOf(int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw FieldProblem.of("minutes", ProblemCode.VALUE_OUT_OF_RANGE, 1, MOST_MINUTES)
                    .asException();
        }
        return Duration.ofMinutes(minutes);
    }

    static String checked(String reason) {
        return PlainText.line("reason", reason, LONGEST_REASON);
    }
}
