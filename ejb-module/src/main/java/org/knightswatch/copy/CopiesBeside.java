package org.knightswatch.copy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.KeptCopies;
import org.knightswatch.recording.KeptCopy;

/** Tells recordings what lies beside them; they may not know this package. */
@ApplicationScoped
public class CopiesBeside implements KeptCopies {

    @Inject
    CopyRows rows;

    @Override
    public List<KeptCopy> of(AttemptId attempt, Track track) {
        return rows.kept(attempt, track);
    }

    @Override
    public boolean isAwaited(AttemptId attempt, Track track) {
        return rows.isAwaited(attempt, track);
    }
}
