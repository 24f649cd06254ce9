package org.knightswatch.evidence;

import java.util.Locale;

/**
 * The SHA-256 of a public key (its X.509 SubjectPublicKeyInfo): short enough to be printed and read out, long enough that
 * nobody makes a second key with it.
 *
 * @param hex 64 lower-case hex digits
 */
public record Fingerprint(String hex) {

    public Fingerprint {
        Hashes.require(hex);
    }

    /** Reads what a person typed: letter case, spaces and colons don't matter. */
    public static Fingerprint of(String text) {
        return new Fingerprint(text.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return hex;
    }
}
