package org.knightswatch.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Joins the entries: the first hash is that of everything but the entries, each further one that of the hash before it and
 * one entry. Whatever is changed, dropped, added or moved gives another last hash.
 *
 * <p>What is hashed is text of two lines, the hash before in hex and the JSON, so that it can be done by hand.
 */
final class HashChain {

    private HashChain() {}

    /** The last hash, in hex. */
    static String headOf(ManifestBody body) {
        String hash = next(Manifest.FORMAT, CanonicalJson.bytes(body.head()));
        for (Entry entry : body.entries()) {
            hash = next(hash, CanonicalJson.bytes(entry.json()));
        }
        return hash;
    }

    /** What is signed: the format's name keeps the signature from meaning anything else. */
    static byte[] signed(String head) {
        return (Manifest.FORMAT + '\n' + head).getBytes(StandardCharsets.UTF_8);
    }

    private static String next(String before, byte[] json) {
        MessageDigest sha256 = Hashes.sha256();
        sha256.update((before + '\n').getBytes(StandardCharsets.UTF_8));
        return Hashes.hex(sha256.digest(json));
    }
}
