package org.knightswatch.reconciliation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Wakes the reconciler. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the network is never inside a transaction
public class ReconciliationTimer {

    /** Then the container gets its thread back for a while. */
    private static final int AT_ONCE = 20;

    @Inject
    Reconciler reconciler;

    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    public void tick() {
        for (int i = 0; i < AT_ONCE && reconciler.next(); i++) {
            // the next one
        }
    }
}
