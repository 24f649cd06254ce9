package org.knightswatch.wall;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Closes what a crash of this node left open. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class WatchStart {

    @Inject
    WatchService watches;

    @PostConstruct
    void begin() {
        watches.endAllOfThisNode();
    }
}
