package org.knightswatch.kernel;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells the other nodes once a second whom this one heard. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // nothing here touches the database
public class BeatTimer {

    @Inject
    Beats beats;

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public void tick() {
        beats.tell();
    }
}
