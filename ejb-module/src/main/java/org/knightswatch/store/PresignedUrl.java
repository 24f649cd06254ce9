package org.knightswatch.store;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * The right to do one thing to one object, for whoever has the URL and until it expires.
 *
 * @param headers what must be sent along, letter by letter; only names that a page may set in {@code fetch}
 */
public record PresignedUrl(String method, URI url, Map<String, String> headers, Instant expiresAt) {

    public PresignedUrl {
        headers = Map.copyOf(headers);
    }

    /** The URL is a credential: logs do not get it. */
    @Override
    public String toString() {
        return method + " " + url.getPath() + " until " + expiresAt;
    }
}
