package org.knightswatch.kernel;

import java.util.concurrent.locks.LockSupport;

/** Lets work through at a rate. Nothing is saved up while nobody works, so that no burst follows a rest. */
public final class Throttle {

    private static final long SECOND = 1_000_000_000;

    private long free = System.nanoTime();

    /** Waits until this much may be done, at so much a second. */
    public void await(int amount, int perSecond) {
        long until = System.nanoTime() + reserve(System.nanoTime(), amount, perSecond);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How many nanoseconds it waits for what came before it. */
    synchronized long reserve(long now, int amount, int perSecond) {
        long start = Math.max(free - now, 0) + now;
        free = start + amount * SECOND / perSecond;
        return start - now;
    }
}
