package org.knightswatch.retention;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.knightswatch.archive.ArchiveSettings;

/** Wakes the removal of recordings, on nodes that archive them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each step is a transaction of its own
public class PurgeTimer {

    private static final int AT_ONCE = 20;

    @Inject
    PurgeStart start;

    @Inject
    Purging purging;

    @Inject
    ArchiveSettings settings;

    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    public void tick() {
        if (!settings.on()) {
            return;
        }
        start.due().forEach(start::begin);
        for (int i = 0; i < AT_ONCE && purging.purgeNext(); i++) {
            // the next removal
        }
    }
}
