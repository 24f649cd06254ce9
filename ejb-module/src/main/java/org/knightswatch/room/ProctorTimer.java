package org.knightswatch.room;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Wakes the look after proctors who are on duty but not there. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProctorTimer {

    @Inject
    ProctorWatch watch;

    @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false)
    public void tick() {
        watch.look();
    }
}
