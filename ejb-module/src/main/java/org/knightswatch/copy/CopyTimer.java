package org.knightswatch.copy;

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
import java.util.concurrent.atomic.AtomicBoolean;
import org.knightswatch.archive.ArchiveSettings;

/** Wakes the fetching of copies, on nodes that archive: one at a time, in a thread of its own, because files are long. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the network is never inside a transaction
public class CopyTimer {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    CopyFetching fetching;

    @Inject
    ArchiveSettings settings;

    private final AtomicBoolean working = new AtomicBoolean();
    private ExecutorService worker;

    @PostConstruct
    void start() {
        worker = Executors.newSingleThreadExecutor(threads);
    }

    /** Nobody is interrupted: that would close the files of a database in this process. */
    @PreDestroy
    void stop() {
        worker.shutdown();
    }

    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    public void tick() {
        if (settings.on() && working.compareAndSet(false, true)) {
            worker.execute(this::work);
        }
    }

    private void work() {
        try {
            while (!worker.isShutdown() && settings.on() && fetching.fetchNext()) {
                // the next one
            }
        } finally {
            working.set(false);
        }
    }
}
