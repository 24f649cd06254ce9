package org.knightswatch.recording;

import java.time.Instant;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;

/**
 * The recording of an attempt that nothing came to for the longest.
 *
 * @param since when something was held last, or ought to have begun to come
 * @param silentAt from when on that is an alarm, unless something is held before
 */
public record Quiet(AttemptId attempt, Track track, Instant since, Instant silentAt) {}
