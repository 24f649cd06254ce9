package org.knightswatch.wall;

import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ProblemCode;

/**
 * Somebody watches a candidate no more; the media between the two is to be cut.
 *
 * @param why what the wall is to say; null when the wall itself ended it, or is gone
 */
public record WatchEnded(AttemptId attempt, String connection, ProblemCode why) {}
