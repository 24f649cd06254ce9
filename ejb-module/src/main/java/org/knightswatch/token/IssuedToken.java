package org.knightswatch.token;

import java.time.Instant;

/** A token that was made just now. It is given out once and kept nowhere. */
public record IssuedToken(String token, Instant expiresAt, Instant serverTime) {

    @Override
    public String toString() {
        return "a token until " + expiresAt;
    }
}
