package org.knightswatch.integration.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.knightswatch.local.FreePort;
import org.knightswatch.local.LocalStore;

/** Everything around the server under test, for the whole run. Tests may take away its services and bring them back. */
public final class Surroundings implements AutoCloseable {

    /** Short waits, so that outages and silences cost the suite seconds, not minutes. */
    private static final Map<String, String> IMPATIENCE = Map.of(
            "knightswatch.presence.missing-after", "PT5S",
            "knightswatch.proctor.gone-after", "PT8S",
            "knightswatch.redis.rest", "PT0.5S",
            "knightswatch.store.answer-timeout", "PT2S",
            "knightswatch.store.connect-timeout", "PT1S",
            "knightswatch.store.tries", "1");

    private static Surroundings current;

    private final Path folder;
    private final Database database;
    private final int storePort = FreePort.find();
    private final RedisService redis;
    private final ServerFolder server;
    private LocalStore store;

    private Surroundings(String name) {
        folder = Path.of("target", name);
        database = Database.start(name);
        redis = new RedisService(folder.resolve("redis"));
        emptyTheStore();
        startStore();
        server = serverFolder("server", redis);
    }

    /** The database is new, too: what an earlier run left would be what no row knows. */
    private void emptyTheStore() {
        try {
            ServerFolder.delete(storeFolder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized Surroundings start(String database) {
        current = new Surroundings(database);
        return current;
    }

    public static synchronized Surroundings get() {
        return current;
    }

    /** Where the server under test listens. */
    public URI address() {
        return server.address();
    }

    /** The demo's accounts and key. */
    public Path demo() {
        return server.demo();
    }

    ServerFolder server() {
        return server;
    }

    /** A folder for a server, with a database of its own. */
    ServerFolder serverFolder(String name, RedisService redis) {
        Map<String, String> settings = new HashMap<>(IMPATIENCE);
        settings.putAll(database.settings(name));
        settings.putAll(redis.settings());
        settings.putAll(store.settings());
        settings.put("knightswatch.test.database", folder.getFileName().toString());
        settings.put("knightswatch.db.pool", "70");
        settings.put("knightswatch.secret.key", "0123456789abcdef".repeat(4));
        return ServerFolder.make(folder.resolve(name), settings);
    }

    public RedisService redis() {
        return redis;
    }

    /** Where a service of some server keeps its files. */
    Path folder(String service) {
        return folder.resolve(service);
    }

    public void stopStore() {
        store.kill();
    }

    public void startStore() {
        store = LocalStore.start(folder.resolve("store"), storePort);
    }

    public LocalStore store() {
        return store;
    }

    /** Where the store keeps one file an object. */
    public Path storeFolder() {
        return folder.resolve("store");
    }

    @Override
    public void close() {
        store.close();
        redis.close();
        database.close();
    }
}
