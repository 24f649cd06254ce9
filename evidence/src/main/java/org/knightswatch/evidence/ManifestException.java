package org.knightswatch.evidence;

/** Bytes that are no manifest, or a body that none can be made of. The message says what is wrong, and where. */
public final class ManifestException extends RuntimeException {

    ManifestException(String message) {
        super(message);
    }
}
