package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.knightswatch.kernel.Network;
import org.knightswatch.kernel.ServerClock;

/** Keeps when something of ours was away: a gap that falls into it is explained. */
@Stateless
public class Outages {

    private static final Duration WORTH_NOTING = Duration.ofSeconds(3);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Network network;

    @Inject
    ServerClock clock;

    /** Notes how long this node was away before it started. */
    public void nodeStarted() {
        Instant now = clock.instant();
        NodeLife life = entities.find(NodeLife.class, network.node());
        if (life != null) {
            note(GapCause.SERVER, new Interval(life.aliveAt(), now));
        }
        nodeLives();
    }

    public void nodeLives() {
        NodeLife life = entities.find(NodeLife.class, network.node());
        if (life == null) {
            entities.persist(new NodeLife(network.node(), clock.instant()));
        } else {
            life.lives(clock.instant());
        }
    }

    /** The store was away for so long, as this node saw it. */
    public void storeWasAway(Instant from, Instant to) {
        note(GapCause.STORE, new Interval(from, to));
    }

    public List<Circumstances.Outage> within(Interval when) {
        return entities.createQuery("select o from Outage o where o.toAt >= :from and o.fromAt <= :to", Outage.class)
                .setParameter("from", when.from())
                .setParameter("to", when.to())
                .getResultStream()
                .map(Outage::circumstance)
                .toList();
    }

    private void note(GapCause kind, Interval when) {
        if (when.length().compareTo(WORTH_NOTING) >= 0) {
            entities.persist(new Outage(kind, network.node(), when));
        }
    }
}
