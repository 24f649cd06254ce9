package org.knightswatch.token;

import java.time.Instant;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key that this node can sign or verify with. It says nothing of its secret. */
public final class LoadedKey {

    private final String kid;
    private final KeyPurpose purpose;
    private final SecretKey secret;
    private final Instant signsFrom;

    LoadedKey(String kid, KeyPurpose purpose, byte[] secret, Instant signsFrom) {
        this.kid = kid;
        this.purpose = purpose;
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
        this.signsFrom = signsFrom;
    }

    String kid() {
        return kid;
    }

    SecretKey secret() {
        return secret;
    }

    boolean signs(KeyPurpose wanted, Instant now) {
        return purpose == wanted && !signsFrom.isAfter(now);
    }

    @Override
    public String toString() {
        return kid;
    }
}
