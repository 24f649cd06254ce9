package org.knightswatch.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.knightswatch.identity.StaffId;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.Redis;
import org.knightswatch.kernel.ServerClock;
import redis.clients.jedis.params.SetParams;

/**
 * One-time tickets: a socket can't show a session's CSRF token, and a cookie alone would let any page open one. They are
 * kept in Redis, so that the socket may be another node's; while it is away, here.
 */
@ApplicationScoped
public class Tickets {

    private static final Duration LIFE = Duration.ofSeconds(30);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Held> here = new ConcurrentHashMap<>();

    @Inject
    Redis redis;

    @Inject
    StaffService staff;

    @Inject
    ServerClock clock;

    public String issue(StaffView person) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String id = person.id().toString();
        boolean kept = redis.ask(client ->
                        client.set(key(ticket), id, SetParams.setParams().ex(LIFE.toSeconds())))
                .isPresent();
        if (!kept) {
            Instant now = clock.instant();
            here.values().removeIf(held -> held.until().isBefore(now));
            here.put(ticket, new Held(person.id(), now.plus(LIFE)));
        }
        return ticket;
    }

    /** Whose ticket it is; it is worth nothing afterwards. */
    Optional<StaffView> redeem(String ticket) {
        Optional<StaffId> id = redis.ask(client -> client.getDel(key(ticket)))
                .map(text -> new StaffId(UUID.fromString(text)))
                .or(() -> Optional.ofNullable(here.remove(ticket))
                        .filter(held -> held.until().isAfter(clock.instant()))
                        .map(Held::staff));
        return id.flatMap(staff::find).filter(StaffView::active);
    }

    private static String key(String ticket) {
        return "kw:ticket:" + ticket;
    }

    private record Held(StaffId staff, Instant until) {}
}
