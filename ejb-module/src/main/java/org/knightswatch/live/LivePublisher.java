package org.knightswatch.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the other nodes for as long as the application runs. */
@Singleton
@Startup
@DependsOn("SettingsCheck")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LivePublisher {

    private static final Logger LOG = Logger.getLogger(LivePublisher.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    LiveChannel channel;

    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::tell);
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    private void tell() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                channel.tellOthers();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Other nodes did not hear of something", e);
            }
        }
    }
}
