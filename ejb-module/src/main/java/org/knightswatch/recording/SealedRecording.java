package org.knightswatch.recording;

import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;

/** A recording whose manifest is signed, and whose segments are to go. */
public record SealedRecording(UUID id, AttemptId attempt, Track track) {}
