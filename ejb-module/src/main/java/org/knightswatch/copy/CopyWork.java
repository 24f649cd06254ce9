package org.knightswatch.copy;

import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.store.ObjectKey;

/**
 * A copy that somebody has to fetch now.
 *
 * @param name what it will be called, without its ending
 * @param most how many bytes it may have
 */
record CopyWork(UUID id, AttemptId attempt, Track track, ObjectKey from, String name, long most) {}
