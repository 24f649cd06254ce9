package org.knightswatch.recording;

import java.time.Instant;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.Suspicion;

/**
 * Something about a take that does not fit the server's own clock. It is a mark for a reviewer, raised once a take, and
 * never a reason to refuse anything.
 *
 * @param at the moment that the mark stands at
 * @param detail figures, for people
 */
record Doubt(Reason reason, TakeView take, Instant at, String detail) {

    /** Codes of flags, and how grave they are. */
    enum Reason {
        /** More was held than can have been recorded since the take began. */
        MEDIA_TOO_LONG(0.6),
        /** Two recorders ran at the same time. */
        TAKES_OVERLAP(0.5),
        /** Nothing of it came until the attempt was over, though it could have. */
        CAME_ONLY_AFTER_END(0.5);

        private final double severity;

        Reason(double severity) {
            this.severity = severity;
        }
    }

    Suspicion suspicion() {
        AttemptId attempt = take.attempt();
        String told = "take " + take.number() + ": " + detail;
        return new Suspicion(
                attempt, at, reason.severity, reason.name(), "recording.times", told, reason + " " + take.id());
    }
}
