package org.knightswatch.challenge;

import java.util.List;
import java.util.Optional;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.Suspicion;

/**
 * Says when it is worth a look that nothing was found. Tones that were not heard never are: headphones, or a browser that
 * takes its own sounds out of the microphone, are honest reasons.
 */
final class Unseen {

    private static final int WORTH_A_LOOK = 3;
    private static final double SEVERITY = 0.3;
    private static final String REASON = "COLOURS_NOT_SEEN";

    private Unseen() {}

    /** When colours were looked for, and none was seen. */
    static Optional<Suspicion> suspicion(AttemptId attempt, List<ChallengeView> all) {
        List<ChallengeView> unseen = all.stream()
                .filter(one -> one.colourFound() == Outcome.NOT_FOUND)
                .toList();
        if (unseen.size() < WORTH_A_LOOK || all.stream().anyMatch(one -> one.colourFound() == Outcome.FOUND)) {
            return Optional.empty();
        }
        return Optional.of(new Suspicion(
                attempt,
                unseen.get(0).at(),
                SEVERITY,
                REASON,
                "challenge.colour",
                "the page showed a coloured bar " + unseen.size()
                        + " times, and the recording of the screen has none of"
                        + " them; the page may have been on another screen or behind a window",
                REASON));
    }
}
