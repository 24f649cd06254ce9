package org.knightswatch.archive;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Wakes the verification of takes. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the network is never inside a transaction
public class ArchiveTimer {

    @Inject
    TakeVerification verification;

    @Inject
    ArchiveSettings settings;

    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    public void tick() {
        while (settings.on() && verification.verifyNext()) {
            // the next take
        }
    }
}
