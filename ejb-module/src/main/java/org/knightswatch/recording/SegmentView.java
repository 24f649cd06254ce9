package org.knightswatch.recording;

import java.time.Instant;
import org.knightswatch.kernel.Sha256;

/**
 * A segment that the store holds.
 *
 * @param startMillis media time since the take's first sample: the client's word until the archiver measured it
 * @param heldAt when the server had proof that the store holds it
 * @param faulty the archiver found other bytes, or none
 */
public record SegmentView(
        int sequence,
        long bytes,
        Sha256 sha256,
        long startMillis,
        long durationMillis,
        Instant heldAt,
        boolean faulty) {

    public long endMillis() {
        return startMillis + durationMillis;
    }
}
