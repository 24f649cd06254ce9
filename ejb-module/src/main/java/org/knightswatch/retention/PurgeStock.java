package org.knightswatch.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.knightswatch.recording.RecordingRemoval.Whereabouts;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.StoredObject;

/** What lies in the store of an attempt's recordings. The store is asked, not the rows: they may know less. */
@ApplicationScoped
public class PurgeStock {

    @Inject
    ObjectStore store;

    /** All objects in the order of their keys. */
    List<StoredObject> of(Whereabouts where) {
        return Stream.of(
                        where.places().stream().flatMap(this::inFolder),
                        where.prefixes().stream().flatMap(prefix -> store.remains(prefix).stream()),
                        where.objects().stream().flatMap(this::alone))
                .flatMap(objects -> objects)
                .sorted((one, other) -> one.key().value().compareTo(other.key().value()))
                .toList();
    }

    /** Deletes these; answers what the store keeps, and why. */
    Map<ObjectKey, String> remove(Whereabouts where, List<StoredObject> objects) {
        Map<ObjectKey, String> refused = new HashMap<>();
        Stream.of(where.places(), where.prefixes(), where.objects())
                .flatMap(Set::stream)
                .forEach(prefix -> {
                    List<ObjectKey> below = objects.stream()
                            .map(StoredObject::key)
                            .filter(key -> key.value().startsWith(prefix))
                            .toList();
                    if (!below.isEmpty()) {
                        refused.putAll(store.remove(prefix, below));
                    }
                });
        return refused;
    }

    /** What others bring lies among what is nothing of ours. */
    private Stream<StoredObject> alone(String key) {
        return store.remains(key).stream().filter(object -> object.key().value().equals(key));
    }

    /** By another layout the folder of one recording may be above that of another one. */
    private Stream<StoredObject> inFolder(String place) {
        return store.remains(place).stream()
                .filter(object -> object.key().value().indexOf('/', place.length()) < 0);
    }
}
