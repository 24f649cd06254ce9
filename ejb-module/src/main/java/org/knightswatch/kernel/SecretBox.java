package org.knightswatch.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that must live in the database: AES-256-GCM under the master key, which lives outside of it. What a box
 * was closed for (its label) is needed to open it, so that a row copied elsewhere is worth nothing.
 */
@ApplicationScoped
public class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    @Inject
    SecretSettings settings;

    public byte[] close(String label, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, label, nonce, secret);
        byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
        System.arraycopy(closed, 0, box, NONCE_BYTES, closed.length);
        return box;
    }

    public byte[] open(String label, byte[] box) {
        byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, label, nonce, Arrays.copyOfRange(box, NONCE_BYTES, box.length));
    }

    /** A mark of a text that nobody without the master key can make or foresee: 32 bytes, for each label others. */
    public byte[] mark(String label, String text) {
        return hmac(hmac(settings.masterKey(), label), text);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private byte[] run(int mode, String label, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec key = new SecretKeySpec(settings.masterKey(), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret '" + label + "' does not open: was " + SecretSettings.KEY + " changed?", e);
        }
    }
}
