package org.knightswatch.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where Redis is. Without it one node works alone; presence is then unknown and facts stay on their node. */
@ApplicationScoped
public class RedisSettings implements Settings {

    private final Setting<Optional<URI>> url = Setting.address("knightswatch.redis.url")
            .within(
                    uri -> uri.isEmpty() || uri.get().getScheme().startsWith("redis"),
                    "redis://host:port or rediss://user:password@host:port")
            .says("Redis for presence, revoked tokens and facts between nodes. Empty: none.")
            .secret();

    private final Setting<Duration> timeout = Setting.duration("knightswatch.redis.timeout", Duration.ofMillis(500))
            .within(d -> d.toMillis() >= 50 && d.compareTo(Duration.ofSeconds(10)) <= 0, "between PT0.05S and PT10S")
            .says("How long an answer of Redis is waited for before it counts as away.");

    private final Setting<Duration> rest = Setting.duration("knightswatch.redis.rest", Duration.ofSeconds(2))
            .within(d -> d.toMillis() >= 100 && d.compareTo(Duration.ofMinutes(1)) <= 0, "between PT0.1S and PT1M")
            .says("How long Redis is left alone after a failure before it is tried again.");

    public Optional<URI> url() {
        return url.get();
    }

    public Duration timeout() {
        return timeout.get();
    }

    public Duration rest() {
        return rest.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(url, timeout, rest);
    }
}
