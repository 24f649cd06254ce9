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
import org.knightswatch.kernel.Redis;
import org.knightswatch.kernel.RedisSettings;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/** Listens to the other nodes for as long as the application runs, through every outage of Redis. */
@Singleton
@Startup
@DependsOn("SettingsCheck")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveSubscriber {

    private static final Logger LOG = Logger.getLogger(LiveSubscriber.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Redis redis;

    @Inject
    RedisSettings settings;

    @Inject
    LiveChannel channel;

    private volatile boolean closing;
    private volatile Jedis connection;

    @PostConstruct
    void start() {
        if (settings.url().isPresent()) {
            threads.newThread(this::listen).start();
        }
    }

    @PreDestroy
    void stop() {
        closing = true;
        Jedis open = connection;
        if (open != null) {
            open.close();
        }
    }

    private void listen() {
        boolean missedSome = false;
        while (!closing) {
            try (Jedis jedis = connect()) {
                connection = jedis;
                if (missedSome) {
                    channel.resync();
                }
                jedis.subscribe(new Listener(), LiveChannel.NAME);
            } catch (JedisException e) {
                missedSome = true;
                LOG.log(Level.FINE, "Not live across nodes", e);
                rest();
            }
        }
    }

    private Jedis connect() {
        DefaultJedisClientConfig patient = DefaultJedisClientConfig.builder()
                .from(redis.config())
                .socketTimeoutMillis(0)
                .build();
        return new Jedis(redis.address().orElseThrow(), patient);
    }

    private void rest() {
        try {
            Thread.sleep(settings.rest().toMillis());
        } catch (InterruptedException e) {
            closing = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Hands over what comes in; a fact that fails somewhere must not end the listening. */
    private final class Listener extends JedisPubSub {

        @Override
        public void onMessage(String name, String message) {
            try {
                channel.receive(message);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A fact of another node was not delivered", e);
            }
        }
    }
}
