package org.knightswatch.token;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Has every node read what others revoked. */
@Singleton
public class RevocationTimer {

    @Inject
    Revocations revocations;

    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    public void tick() {
        revocations.readRows();
    }
}
