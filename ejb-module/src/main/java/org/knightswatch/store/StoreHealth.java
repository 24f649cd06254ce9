package org.knightswatch.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.kernel.ServerClock;

/**
 * Remembers when this server found the store failing, so that a gap in a recording can be explained by more than what
 * the candidate's browser says. It knows of calls that were made: an outage during which nobody asked is not seen.
 */
@ApplicationScoped
public class StoreHealth {

    private static final Logger LOG = Logger.getLogger(StoreHealth.class.getName());

    /** Older outages are forgotten. */
    static final int KEPT = 100;

    private final Deque<Outage> outages = new ArrayDeque<>();
    private volatile Instant answeredAt = Instant.EPOCH;
    private volatile Instant failingSince;

    @Inject
    ServerClock clock;

    /** A call was answered, whatever the answer. */
    void answered() {
        answeredAt = clock.instant();
        if (failingSince != null) {
            recover();
        }
    }

    /** A call that was begun then has failed; it may have taken long to find out. */
    synchronized void failed(Instant begun, Exception cause) {
        if (failingSince == null) {
            failingSince = begun.isAfter(answeredAt) ? begun : answeredAt;
            LOG.log(Level.WARNING, "The object store is away: {0}", cause.getMessage());
        }
    }

    private synchronized void recover() {
        if (failingSince == null) {
            return;
        }
        Outage over = new Outage(failingSince, answeredAt);
        failingSince = null;
        outages.addLast(over);
        if (outages.size() > KEPT) {
            outages.removeFirst();
        }
        LOG.log(Level.INFO, "The object store answers again; it was away since {0}.", over.from());
    }

    /** Empty while the store answers, or before it was asked. */
    public Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    /** Those that are over, oldest first. */
    public synchronized List<Outage> outages() {
        return List.copyOf(outages);
    }
}
