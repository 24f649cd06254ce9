package org.knightswatch.archive;

import java.time.Instant;
import org.knightswatch.exam.Track;

/**
 * Which recording is archived, in the words that a layout has.
 *
 * @param candidate the exam platform's id, which is no name
 * @param startedAt when the attempt began to run
 */
record ArchivedRecording(
        String environment, String exam, String candidate, int attempt, Track track, Instant startedAt) {}
