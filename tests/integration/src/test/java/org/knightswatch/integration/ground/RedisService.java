package org.knightswatch.integration.ground;

import java.nio.file.Path;
import java.util.Map;
import org.knightswatch.local.FreePort;
import org.knightswatch.local.LocalRedis;

/** Redis for one server: tests may take it away and bring it back where it was. It forgets everything when it ends. */
public final class RedisService implements AutoCloseable {

    private final Path folder;
    private final int port = FreePort.find();
    private LocalRedis redis;

    RedisService(Path folder) {
        this.folder = folder;
        redis = LocalRedis.start(folder, port);
    }

    Map<String, String> settings() {
        return redis.settings();
    }

    public synchronized boolean isThere() {
        return redis.process().isAlive();
    }

    /** Harmless when it is away. */
    public synchronized void stop() {
        if (isThere()) {
            redis.kill();
        }
    }

    /** Harmless when it is there. */
    public synchronized void start() {
        if (!isThere()) {
            redis = LocalRedis.start(folder, port);
        }
    }

    /** It forgets everything, and goes on; also one that hung. */
    public synchronized void empty() {
        if (isThere()) {
            redis.thaw();
            redis.empty();
        }
    }

    /** From now on it takes connections and answers none of them. */
    public synchronized void freeze() {
        redis.freeze();
    }

    /** Harmless when it was not frozen. */
    public synchronized void thaw() {
        redis.thaw();
    }

    @Override
    public synchronized void close() {
        redis.close();
    }
}
