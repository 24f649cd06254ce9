package org.knightswatch.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoredObject;

/**
 * What the store has under some prefixes. A listing only makes suspicious: that something is not there, or is another one, is
 * said by the store when it is asked for that very object.
 */
final class StoredSide {

    private static final int LISTED = 1_000;

    /** What is being written shows under names of its own for a while. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final ObjectStore store;
    private final Pace pace;
    private final Instant now;
    private final Map<String, StoredObject> objects = new HashMap<>();

    StoredSide(ObjectStore store, Pace pace, Instant now) {
        this.store = store;
        this.pace = pace;
        this.now = now;
    }

    /** Lists a folder to its end; an answer that does not come ends the comparison. */
    void list(String folder) {
        List<StoredObject> page = next(folder, "");
        while (!page.isEmpty()) {
            page.forEach(object -> objects.put(object.key().value(), object));
            String last = page.get(page.size() - 1).key().value();
            page = page.size() < LISTED ? List.of() : next(folder, last);
        }
    }

    int size() {
        return objects.size();
    }

    /** All keys in a folder that have lain there for a while. */
    Stream<String> settled(String folder) {
        return objects.values().stream()
                .filter(object -> object.key().value().startsWith(folder))
                .filter(object -> object.lastModified().plus(YOUNG).isBefore(now))
                .map(object -> object.key().value());
    }

    /** What is wrong with an object that ought to be there; empty when nothing is. */
    Optional<DifferenceKind> wrong(Expected expected) {
        StoredObject listed = objects.get(expected.key());
        if (listed != null && listed.size() == expected.bytes() && !expected.closely()) {
            return Optional.empty();
        }
        pace.await();
        Optional<StoredObject> there = store.look(ObjectKey.of(expected.key()));
        if (there.isEmpty()) {
            return Optional.of(DifferenceKind.OBJECT_MISSING);
        }
        boolean same = there.get().size() == expected.bytes()
                && there.get().sha256().map(expected.sha256()::equals).orElse(true);
        return same ? Optional.empty() : Optional.of(DifferenceKind.OBJECT_CHANGED);
    }

    private List<StoredObject> next(String folder, String after) {
        pace.await();
        return store.list(folder, after, LISTED);
    }
}
