package org.knightswatch.recording;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Wakes the judge. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each batch is a transaction of its own
public class RecordingTimer {

    @Inject
    RecordingJudge judge;

    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    public void tick() {
        while (judge.judgeSome() > 0) {
            // the next batch
        }
    }
}
