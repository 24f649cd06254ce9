package org.knightswatch.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The public half of a key that seals manifests: whoever has it can verify, nobody can seal with it. */
public final class SealKey {

    static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    private SealKey(PublicKey key) {
        this.key = key;
    }

    static SealKey of(PublicKey key) {
        return new SealKey(key);
    }

    /** From an X.509 SubjectPublicKeyInfo of an Ed25519 key, in its one right encoding. */
    public static SealKey ofSpki(byte[] spki) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(spki));
            if (Arrays.equals(key.getEncoded(), spki)) {
                return new SealKey(key);
            }
        } catch (GeneralSecurityException e) {
            throw new ManifestException("no public key of Ed25519: " + e.getMessage());
        }
        throw new ManifestException("no public key of Ed25519 in its right encoding");
    }

    public byte[] spki() {
        return key.getEncoded();
    }

    /** What is told from person to person, and compared. */
    public Fingerprint fingerprint() {
        return new Fingerprint(Hashes.hex(Hashes.sha256().digest(spki())));
    }

    /** The short name of the key in manifests and settings: a name, no proof. */
    public String keyId() {
        return fingerprint().hex().substring(0, 16);
    }

    /** The usual file of a public key. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(spki())
                + "\n-----END PUBLIC KEY-----\n";
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // bytes that are no signature at all
        }
    }
}
