package org.knightswatch.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The only clock of the application: UTC, whole milliseconds, so that a time read back from a database or an API equals
 * the one that was written. Tests that play through hours move it forward; nothing else does.
 */
@ApplicationScoped
public class ServerClock extends Clock {

    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);
    private final Clock machine = Clock.tickMillis(ZoneOffset.UTC);

    @Override
    public Instant instant() {
        return machine.instant().plus(moved.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Times are kept in UTC; zones belong to pages");
    }

    /** For tests: from now on this clock is ahead of the machine's by so much more. */
    public void move(Duration by) {
        moved.updateAndGet(before -> before.plus(by));
    }
}
