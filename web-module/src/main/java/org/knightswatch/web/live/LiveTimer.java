package org.knightswatch.web.live;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks after the sockets of this node once a second. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveTimer {

    @Inject
    LiveHub hub;

    @Inject
    PresencePush presence;

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public void tick() {
        hub.closeDead();
        presence.push();
    }
}
