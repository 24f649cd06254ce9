package org.knightswatch.recording;

import java.time.Instant;
import org.knightswatch.attempt.AttemptPlace;
import org.knightswatch.exam.Track;

/** The store holds more of a recording than before. */
public record SegmentsHeld(AttemptPlace place, Track track, Instant at) {}
