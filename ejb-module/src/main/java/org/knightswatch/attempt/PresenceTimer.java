package org.knightswatch.attempt;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells the other nodes once a second whom this one heard. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // nothing here touches the database
public class PresenceTimer {

    @Inject
    Presence presence;

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public void tick() {
        presence.tell();
    }
}
