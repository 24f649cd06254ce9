package org.knightswatch.review;

import java.util.Set;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.recording.RecordingState;

/**
 * Which attempts a reviewer wants to see; what is null or empty is not asked about.
 *
 * @param exam code, whatever the case
 * @param text part of a candidate's name or id
 * @param states one of these
 * @param verdicts one of these
 * @param undecided only those without a verdict
 */
public record ReviewFilter(
        String exam,
        String text,
        Set<AttemptState> states,
        RecordingState recording,
        Set<Verdict> verdicts,
        boolean undecided) {

    public static final ReviewFilter ALL = new ReviewFilter(null, null, Set.of(), null, Set.of(), false);
}
