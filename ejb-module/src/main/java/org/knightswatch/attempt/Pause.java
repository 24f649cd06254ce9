package org.knightswatch.attempt;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which the exam's clock stood still.
 *
 * @param toAt null while it lasts
 * @param byWhom the proctor, such as {@code staff:r.okonjo}
 */
@Embeddable
public record Pause(Instant fromAt, Instant toAt, String byWhom, String reason) {

    Pause ended(Instant now) {
        return new Pause(fromAt, now, byWhom, reason);
    }

    Duration length() {
        return toAt == null ? Duration.ZERO : Duration.between(fromAt, toAt);
    }
}
