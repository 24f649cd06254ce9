package org.knightswatch.wall;

import org.knightswatch.attempt.AttemptId;

/** Somebody watches a candidate no more; the media between the two is to be cut. */
public record WatchEnded(AttemptId attempt, String connection) {}
