package org.knightswatch.audit;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Wakes the sealer. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each batch is a transaction of its own
public class AuditTimer {

    private static final Logger LOG = Logger.getLogger(AuditTimer.class.getName());

    @Inject
    AuditSealer sealer;

    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    public void tick() {
        try {
            while (sealer.sealSome() > 0) {
                // the next batch
            }
        } catch (EJBException e) {
            LOG.log(Level.FINE, "Another node sealed at the same moment", e);
        }
    }
}
