package org.knightswatch.transcript;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has the transcripts written that are out of date. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the network is never inside a transaction
public class TranscriptTimer {

    /** Then the container gets its thread back for a while. */
    private static final int AT_ONCE = 100;

    @Inject
    Transcripts transcripts;

    @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false)
    public void tick() {
        for (int i = 0; i < AT_ONCE && transcripts.writeNext(); i++) {
            // the next one
        }
    }
}
