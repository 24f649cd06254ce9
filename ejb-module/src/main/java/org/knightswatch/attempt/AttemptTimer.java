package org.knightswatch.attempt;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Wakes the expiry of attempts. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each batch is a transaction of its own
public class AttemptTimer {

    @Inject
    AttemptExpiry expiry;

    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    public void tick() {
        while (expiry.expireSome() > 0) {
            // the next batch
        }
    }
}
