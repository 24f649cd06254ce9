package org.knightswatch.archive;

import java.time.Instant;

/**
 * A public key that seals recordings, or did.
 *
 * @param publicKey X.509 SubjectPublicKeyInfo in base64
 * @param fingerprint SHA-256 of it in hex: what people compare
 */
public record PublishedKey(String keyId, String publicKey, String fingerprint, Instant madeAt) {}
