package org.knightswatch.review;

import org.knightswatch.attempt.AttemptState;
import org.knightswatch.recording.RecordingState;

/**
 * Which attempts a reviewer wants to see; what is null is not asked about.
 *
 * @param exam code, whatever the case
 * @param text part of a candidate's name or id
 * @param verdict which one
 * @param undecided only those without a verdict
 */
public record ReviewFilter(
        String exam, String text, AttemptState state, RecordingState recording, Verdict verdict, boolean undecided) {

    public static final ReviewFilter ALL = new ReviewFilter(null, null, null, null, null, false);
}
