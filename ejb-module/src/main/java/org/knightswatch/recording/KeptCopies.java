package org.knightswatch.recording;

import java.util.List;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;

/** What others recorded of an attempt: a recording is reported and sealed with it, and knows nothing of how it came. */
public interface KeptCopies {

    /** Those that are kept of a track, in the order in which we were told of them. */
    List<KeptCopy> of(AttemptId attempt, Track track);

    /** Whether one more may still come, so that a seal would come too early. */
    boolean isAwaited(AttemptId attempt, Track track);
}
