package org.knightswatch.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;

/** Keeps all that this node's archiver reads together within its share of the line. */
@ApplicationScoped
public class Pace {

    private static final long SECOND = 1_000_000_000;

    @Inject
    ArchiveSettings settings;

    private long free = System.nanoTime();

    /** Waits until these bytes may be read. */
    void await(int bytes) {
        long until = System.nanoTime() + reserve(System.nanoTime(), bytes, settings.bytesPerSecond());
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How many nanoseconds these bytes wait for those before them. */
    synchronized long reserve(long now, int bytes, int perSecond) {
        long start = Math.max(free - now, 0) + now;
        free = start + bytes * SECOND / perSecond;
        return start - now;
    }
}
