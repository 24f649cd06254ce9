package org.knightswatch.recording;

import org.knightswatch.attempt.AttemptPlace;
import org.knightswatch.exam.Track;

/** A recording's state or figures are known anew. */
public record RecordingJudged(AttemptPlace place, Track track, RecordingState state) {}
