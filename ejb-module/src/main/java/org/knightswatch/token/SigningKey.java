package org.knightswatch.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;

/**
 * A key under which we sign. It is made a while before it signs, so that every node knows it by then, and verifies for a
 * while after the next one took over.
 */
@Entity
class SigningKey {

    @Id
    private String kid;

    @Enumerated(EnumType.STRING)
    private KeyPurpose purpose;

    private String boxedSecret;

    @Column(nullable = false)
    private Instant createdAt;

    private Instant signsFrom;
    private Instant verifiesUntil;

    protected SigningKey() {}

    SigningKey(KeyPurpose purpose, int number, String boxedSecret, Instant now, Instant signsFrom) {
        this.kid = kid(purpose, number);
        this.purpose = purpose;
        this.boxedSecret = boxedSecret;
        this.createdAt = now;
        this.signsFrom = signsFrom;
    }

    static String kid(KeyPurpose purpose, int number) {
        return purpose.name().toLowerCase(Locale.ROOT) + "-" + number;
    }

    void retire(Instant verifiesNoLongerThan) {
        verifiesUntil = verifiesNoLongerThan;
    }

    String kid() {
        return kid;
    }

    KeyPurpose purpose() {
        return purpose;
    }

    int number() {
        return Integer.parseInt(kid.substring(kid.indexOf('-') + 1));
    }

    String boxedSecret() {
        return boxedSecret;
    }

    Instant signsFrom() {
        return signsFrom;
    }

    Instant verifiesUntil() {
        return verifiesUntil;
    }
}
