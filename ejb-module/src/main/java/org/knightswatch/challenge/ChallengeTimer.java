package org.knightswatch.challenge;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.knightswatch.archive.ArchiveSettings;

/**
 * Has challenges looked for, where recordings are archived. It happens in one thread of our own, because decoding takes
 * longer than the container's threads are lent.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // store and decoder are waited for
public class ChallengeTimer {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    ChallengeSearch search;

    @Inject
    ChallengeSettings settings;

    @Inject
    ArchiveSettings archive;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean stopped;

    @PreDestroy
    void stop() {
        stopped = true;
    }

    @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false)
    public void tick() {
        if (isOn() && working.compareAndSet(false, true)) {
            threads.newThread(this::work).start();
        }
    }

    private void work() {
        try {
            while (!stopped && isOn() && search.lookNext()) {
                // the next ones
            }
        } finally {
            working.set(false);
        }
    }

    private boolean isOn() {
        return settings.on() && archive.on();
    }
}
