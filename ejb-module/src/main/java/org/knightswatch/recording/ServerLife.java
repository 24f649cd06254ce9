package org.knightswatch.recording;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.knightswatch.store.StoreHealth;

/** Notes now and then that this node lives, at the start how long it did not, and when it found the store away. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class ServerLife {

    @Inject
    Outages outages;

    @Inject
    StoreHealth store;

    @Inject
    Silence silence;

    @Inject
    Event<StoreReach> reach;

    private Instant noted = Instant.EPOCH;
    private boolean away;

    @PostConstruct
    void begin() {
        outages.nodeStarted();
    }

    @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false)
    public void tick() {
        outages.nodeLives();
        store.outages().stream().filter(outage -> outage.until().isAfter(noted)).forEach(outage -> {
            outages.storeWasAway(outage.from(), outage.until());
            noted = outage.until();
        });
        Optional<Instant> awaySince = silence.storeAwaySince();
        if (awaySince.isPresent() != away) {
            away = awaySince.isPresent();
            reach.fire(new StoreReach(awaySince.orElse(null)));
        }
    }
}
