package org.knightswatch.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** Seals manifests: an Ed25519 key pair. Keep its private half where the archive itself can't be written from. */
public final class Signer {

    private final PrivateKey secret;
    private final SealKey key;

    private Signer(PrivateKey secret, SealKey key) {
        this.secret = secret;
        this.key = key;
        byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
        if (!key.verifies(probe, sign(probe))) {
            throw new ManifestException("the private key and the public key are no pair");
        }
    }

    public static Signer generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
            return new Signer(pair.getPrivate(), SealKey.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 has Ed25519", e);
        }
    }

    /** From a pair that was kept: a PKCS#8 private key and an X.509 SubjectPublicKeyInfo. */
    public static Signer of(byte[] pkcs8, byte[] spki) {
        try {
            PrivateKey secret =
                    KeyFactory.getInstance(SealKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new Signer(secret, SealKey.ofSpki(spki));
        } catch (GeneralSecurityException e) {
            throw new ManifestException("no private key of Ed25519 in PKCS#8");
        }
    }

    public byte[] pkcs8() {
        return secret.getEncoded();
    }

    public SealKey key() {
        return key;
    }

    public String keyId() {
        return key.keyId();
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(SealKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 has Ed25519", e);
        }
    }
}
