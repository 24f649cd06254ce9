package org.knightswatch.room;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Wakes the sweep that finishes rooms whose counterpart at the provider is still missing. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the network is never inside a transaction
public class MediaRoomTimer {

    @Inject
    MediaRooms rooms;

    @Schedule(second = "*/15", minute = "*", hour = "*", persistent = false)
    public void tick() {
        rooms.sweep();
    }
}
