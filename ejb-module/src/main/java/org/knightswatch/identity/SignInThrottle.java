package org.knightswatch.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody guessed at an account, whether the account exists or not. After some wrong passwords it rests: not
 * even the right one is looked at until then.
 */
@Entity
class SignInThrottle {

    @Id
    private String name;

    private int failures;
    private Instant lastFailureAt;
    private Instant restsUntil;

    protected SignInThrottle() {}

    SignInThrottle(String name) {
        this.name = name;
    }

    /** Counts a wrong password. Answers how many tries are left before the account rests. */
    int failed(int allowed, Duration rest, Instant now) {
        if (lastFailureAt == null || lastFailureAt.plus(rest).isBefore(now)) {
            failures = 0;
        }
        failures++;
        lastFailureAt = now;
        if (failures < allowed) {
            return allowed - failures;
        }
        restsUntil = now.plus(rest);
        failures = 0;
        return 0;
    }

    boolean restsAt(Instant now) {
        return restsUntil != null && now.isBefore(restsUntil);
    }

    Instant restsUntil() {
        return restsUntil;
    }
}
