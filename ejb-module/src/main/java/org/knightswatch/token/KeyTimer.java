package org.knightswatch.token;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has keys made in time: the first at the start, the next before they are needed. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // making a key is a transaction of its own
public class KeyTimer {

    private static final Logger LOG = Logger.getLogger(KeyTimer.class.getName());

    @Inject
    SigningKeys keys;

    @Inject
    KeyRing ring;

    @PostConstruct
    @Schedule(minute = "*", hour = "*", persistent = false)
    public void tick() {
        try {
            if (keys.makeWhatIsDue()) {
                ring.reload();
            }
        } catch (EJBException e) {
            // Another node made it at the same moment, or the database is away: the next minute tells
            LOG.log(Level.FINE, "No key was made this time", e);
        }
    }
}
