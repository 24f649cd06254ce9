package org.knightswatch.recording;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Notes now and then that this node lives, and at the start how long it did not. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class ServerLife {

    @Inject
    Outages outages;

    @PostConstruct
    void begin() {
        outages.nodeStarted();
    }

    @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false)
    public void tick() {
        outages.nodeLives();
    }
}
