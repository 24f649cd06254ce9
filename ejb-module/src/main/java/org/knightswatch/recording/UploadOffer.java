package org.knightswatch.recording;

import java.time.Instant;
import java.util.Map;

/**
 * Where a browser may send one segment.
 *
 * @param held it is there already, and the rest is null
 * @param headers to be sent exactly so; only names that a browser may set
 */
public record UploadOffer(
        int sequence, Boolean held, String method, String url, Map<String, String> headers, Instant expiresAt) {

    static UploadOffer alreadyHeld(int sequence) {
        return new UploadOffer(sequence, true, null, null, null, null);
    }
}
