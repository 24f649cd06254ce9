package org.knightswatch.recording;

import java.util.List;

/** What the manifests of sealed recordings say of their takes, once the rows are gone. */
public interface SealedTakes {

    /**
     * The segments that a take's object in the archive is made of, one behind the other. Refused when the store is away,
     * or when no manifest lies there that we have signed.
     */
    List<SegmentView> segments(TakeView take);
}
