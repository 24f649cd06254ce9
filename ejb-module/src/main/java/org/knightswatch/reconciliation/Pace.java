package org.knightswatch.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;

/** Keeps all questions that this node asks the store for its own peace of mind within their share. */
@ApplicationScoped
public class Pace {

    private static final long SECOND = 1_000_000_000;

    @Inject
    ReconciliationSettings settings;

    private long free = System.nanoTime();

    /** Waits until one more question may be asked. */
    void await() {
        long until = reserve(System.nanoTime(), settings.questionsPerSecond());
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** When the next question may be asked. */
    synchronized long reserve(long now, int perSecond) {
        long start = Math.max(free - now, 0) + now;
        free = start + SECOND / perSecond;
        return start;
    }
}
