package org.knightswatch.evidence;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The signature of a manifest, as it is written there.
 *
 * @param keyId the short name of the key
 * @param publicKey its X.509 SubjectPublicKeyInfo in base64: it tells which key, not whose
 * @param value the signature in base64
 */
public record Seal(String algorithm, String keyId, String publicKey, String value) {

    static Seal of(String head, Signer signer) {
        return over(HashChain.signed(head), signer);
    }

    static Seal over(byte[] message, Signer signer) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new Seal(
                SealKey.ALGORITHM,
                signer.keyId(),
                base64.encodeToString(signer.key().spki()),
                base64.encodeToString(signer.sign(message)));
    }

    static Seal read(Members members) {
        return new Seal(
                members.text("algorithm"), members.text("keyId"), members.text("publicKey"), members.text("value"));
    }

    /** The key that made it, when it is a signature of that key over that last hash and names itself rightly. */
    public Optional<SealKey> verifiedKey(String head) {
        return keyOver(HashChain.signed(head));
    }

    /** The same of a message. */
    Optional<SealKey> keyOver(byte[] message) {
        try {
            SealKey key = SealKey.ofSpki(decoded(publicKey));
            boolean right = algorithm.equals(SealKey.ALGORITHM)
                    && keyId.equals(key.keyId())
                    && key.verifies(message, decoded(value));
            return right ? Optional.of(key) : Optional.empty();
        } catch (ManifestException e) {
            return Optional.empty();
        }
    }

    Map<String, Object> json() {
        return Members.write()
                .with("algorithm", algorithm)
                .with("keyId", keyId)
                .with("publicKey", publicKey)
                .with("value", value)
                .map();
    }

    /** Base64 has several spellings of some bytes; only the usual one counts. */
    private static byte[] decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new ManifestException("no base64: " + e.getMessage());
        }
        throw new ManifestException("no base64 in its usual spelling");
    }
}
