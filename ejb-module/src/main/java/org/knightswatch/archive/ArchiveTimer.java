package org.knightswatch.archive;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wakes the archiver. Each time one more thread begins, as far as there may be more; a thread ends when it finds nothing
 * to do. They are threads of our own, because a long take would keep those of the container from everybody else.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the network is never inside a transaction
public class ArchiveTimer {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    TakeVerification verification;

    @Inject
    Sealing sealing;

    @Inject
    Folding folding;

    @Inject
    ArchiveSettings settings;

    private final AtomicInteger working = new AtomicInteger();
    private ExecutorService workers;

    @PostConstruct
    void start() {
        workers = Executors.newCachedThreadPool(threads);
    }

    /** Nobody is interrupted: that would close the files of a database in this process. */
    @PreDestroy
    void stop() {
        workers.shutdown();
    }

    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    public void tick() {
        if (settings.on() && working.get() < settings.atOnce()) {
            working.incrementAndGet();
            workers.execute(this::work);
        }
    }

    /** A long row of takes keeps no recording from being sealed. */
    private boolean workOnce() {
        boolean verified = verification.verifyNext();
        boolean sealed = sealing.sealNext();
        boolean folded = folding.foldNext();
        return verified || sealed || folded;
    }

    private void work() {
        try {
            while (!workers.isShutdown() && settings.on() && workOnce()) {
                // the next take, and the next recording
            }
        } finally {
            working.decrementAndGet();
        }
    }
}
