package org.knightswatch.copy;

import java.time.Instant;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;

/**
 * A copy as others see it.
 *
 * @param number 1 is the track's first
 * @param object where it was brought to
 * @param fault why it is not kept, or not yet; null: nothing is known against it
 * @param archived what it is in the archive; null, as all that follows, until it is kept
 */
public record CopyView(
        int number,
        String source,
        Track track,
        String object,
        Instant startedAt,
        CopyState state,
        String fault,
        String archived,
        Long bytes,
        Sha256 sha256,
        Long durationMillis) {}
