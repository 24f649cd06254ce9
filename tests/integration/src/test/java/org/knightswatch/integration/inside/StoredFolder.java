package org.knightswatch.integration.inside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.evidence.Source;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;

/** A folder of the archive as the store has it, for whoever verifies it. */
record StoredFolder(ObjectStore store, String place, String changed) implements Source {

    StoredFolder(ObjectStore store, String place) {
        this(store, place, "");
    }

    /** The same with another first byte in one object. */
    StoredFolder changing(String name) {
        return new StoredFolder(store, place, name);
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        try (InputStream in = store.open(ObjectKey.of(place + name), ByteRange.ALL)) {
            byte[] bytes = in.readAllBytes();
            bytes[0] ^= (byte) (name.equals(changed) ? 1 : 0);
            return Optional.of(new ByteArrayInputStream(bytes));
        }
    }

    @Override
    public Optional<Set<String>> names() {
        return Optional.of(store.list(place, "", 100).stream()
                .map(object -> object.key().value().substring(place.length()))
                .collect(Collectors.toSet()));
    }
}
