package org.knightswatch.kernel;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * The one way to Redis. Nothing that must not be lost lives there, so that "away" is an ordinary answer: after a failure
 * Redis is left alone for a moment, and every question meanwhile is answered with "unknown" at once instead of slowly.
 */
@ApplicationScoped
public class Redis {

    private static final Logger LOG = Logger.getLogger(Redis.class.getName());

    @Inject
    RedisSettings settings;

    @Inject
    ServerClock clock;

    private final AtomicLong restsUntil = new AtomicLong();
    private final AtomicReference<Instant> steadySince = new AtomicReference<>();
    private volatile RedisClient client;

    /** Asks Redis; empty when it is away, or when there is none. */
    public <T> Optional<T> ask(Function<RedisClient, T> question) {
        if (settings.url().isEmpty() || clock.millis() < restsUntil.get()) {
            return Optional.empty();
        }
        try {
            Optional<T> answer = Optional.ofNullable(question.apply(client()));
            steadySince.compareAndSet(null, clock.instant());
            return answer;
        } catch (JedisException e) {
            steadySince.set(null);
            restsUntil.set(clock.millis() + settings.rest().toMillis());
            LOG.log(Level.WARNING, "Redis is away: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Since when every question was answered: what Redis did not hear before, nobody knows. */
    public Instant steadySince() {
        Instant since = steadySince.get();
        return since == null ? clock.instant() : since;
    }

    /** Whether Redis answers now. */
    public boolean isThere() {
        return ask(RedisClient::ping).isPresent();
    }

    /** How to reach Redis, for those who hold a connection of their own, such as a subscriber. */
    public JedisClientConfig config() {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .autoNegotiateProtocol(false);
        settings.url().ifPresent(uri -> config.user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri))
                .database(JedisURIHelper.getDBIndex(uri))
                .sslOptions(JedisURIHelper.isRedisSSLScheme(uri) ? SslOptions.defaults() : null));
        return config.build();
    }

    public Optional<HostAndPort> address() {
        return settings.url().map(JedisURIHelper::getHostAndPort);
    }

    private RedisClient client() {
        RedisClient ready = client;
        if (ready == null) {
            synchronized (this) {
                if (client == null) {
                    client = RedisClient.builder()
                            .hostAndPort(address().orElseThrow())
                            .clientConfig(config())
                            .build();
                }
                ready = client;
            }
        }
        return ready;
    }

    @PreDestroy
    void close() {
        RedisClient open = client;
        if (open != null) {
            open.close();
        }
    }
}
