package org.knightswatch.token;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.knightswatch.kernel.ServerClock;

/**
 * The keys that this node knows, in memory: tokens are signed and verified without the database. It looks for new ones
 * now and then, and at once when a token names one it does not know.
 */
@ApplicationScoped
public class KeyRing {

    private static final Duration LOOKED_FOR = Duration.ofSeconds(30);
    private static final Duration BETWEEN_MISSES = Duration.ofSeconds(1);

    @Inject
    SigningKeys stored;

    @Inject
    ServerClock clock;

    private final AtomicReference<Loaded> loaded = new AtomicReference<>(new Loaded(List.of(), Instant.EPOCH));

    LoadedKey signing(KeyPurpose purpose) {
        Instant now = clock.instant();
        return keys(LOOKED_FOR).stream()
                .filter(key -> key.signs(purpose, now))
                .findFirst()
                .or(() -> keys(Duration.ZERO).stream()
                        .filter(key -> key.signs(purpose, now))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("There is no key yet for " + purpose));
    }

    Optional<LoadedKey> find(String kid) {
        return named(kid, LOOKED_FOR).or(() -> named(kid, BETWEEN_MISSES));
    }

    /** Forgets what it knows, after a key was made on this node. */
    void reload() {
        keys(Duration.ZERO);
    }

    private Optional<LoadedKey> named(String kid, Duration oldest) {
        return keys(oldest).stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** A database that is away does not matter while there are keys: they are good for hours. */
    private List<LoadedKey> keys(Duration oldest) {
        Loaded known = loaded.get();
        if (known.at().plus(oldest).isAfter(clock.instant())) {
            return known.keys();
        }
        try {
            loaded.set(new Loaded(stored.load(), clock.instant()));
        } catch (EJBException e) {
            if (known.keys().isEmpty()) {
                throw e;
            }
            loaded.compareAndSet(known, new Loaded(known.keys(), clock.instant()));
        }
        return loaded.get().keys();
    }

    private record Loaded(List<LoadedKey> keys, Instant at) {}
}
