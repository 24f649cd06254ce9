package org.knightswatch.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Joins the entries: the first hash is that of everything but the entries, each further one that of the hash before it and
 * one entry. Whatever is changed, dropped, added or moved gives another last hash.
 */
final class HashChain {

    private HashChain() {}

    /** The last hash, in hex. */
    static String headOf(ManifestBody body) {
        MessageDigest sha256 = Hashes.sha256();
        sha256.update(prefix());
        byte[] hash = sha256.digest(CanonicalJson.bytes(body.head()));
        for (Entry entry : body.entries()) {
            sha256.update(hash);
            hash = sha256.digest(CanonicalJson.bytes(entry.json()));
        }
        return Hashes.hex(hash);
    }

    /** What is signed: the format's name keeps the signature from meaning anything else. */
    static byte[] signed(String head) {
        return (Manifest.FORMAT + '\n' + head).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] prefix() {
        return signed("");
    }
}
