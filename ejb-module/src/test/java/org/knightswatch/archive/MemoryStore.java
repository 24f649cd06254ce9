package org.knightswatch.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.store.ByteRange;
import org.knightswatch.store.Contents;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.store.ObjectWriter;
import org.knightswatch.store.PresignedUrl;
import org.knightswatch.store.StoreException;
import org.knightswatch.store.StoredObject;
import org.knightswatch.store.Written;

/** A store as its contract says, without a server. */
public final class MemoryStore implements ObjectStore {

    private final Map<ObjectKey, byte[]> objects = new HashMap<>();
    private final Map<ObjectKey, String> locked = new HashMap<>();
    private int reads;

    /** From now on it won't delete this one. */
    public void lock(ObjectKey key, String words) {
        locked.put(key, words);
    }

    public void replace(ObjectKey key, byte[] bytes) {
        objects.put(key, bytes);
    }

    byte[] bytes(ObjectKey key) {
        return objects.get(key);
    }

    int reads() {
        return reads;
    }

    @Override
    public Written put(ObjectKey key, byte[] bytes, String type) {
        byte[] there = objects.putIfAbsent(key, bytes.clone());
        if (there != null && !Arrays.equals(there, bytes)) {
            throw new StoreException(ProblemCode.OBJECT_DIFFERS, key);
        }
        return there == null ? Written.NOW : Written.BEFORE;
    }

    @Override
    public ObjectWriter write(ObjectKey key, String type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new ObjectWriter() {
            @Override
            public void write(byte[] more, int offset, int length) {
                bytes.write(more, offset, length);
            }

            @Override
            public Written finish() {
                return put(key, bytes.toByteArray(), type);
            }

            @Override
            public void close() {
                bytes.reset();
            }
        };
    }

    @Override
    public Optional<StoredObject> look(ObjectKey key) {
        return Optional.ofNullable(objects.get(key))
                .map(bytes -> new StoredObject(key, bytes.length, Instant.EPOCH, Optional.of(Sha256.digest(bytes))));
    }

    @Override
    public InputStream open(ObjectKey key, ByteRange range) {
        if (!objects.containsKey(key)) {
            throw new StoreException(ProblemCode.NOT_FOUND);
        }
        reads++;
        return new ByteArrayInputStream(objects.get(key));
    }

    @Override
    public void delete(Collection<ObjectKey> keys) {
        keys.forEach(objects::remove);
    }

    @Override
    public List<StoredObject> remains(String prefix) {
        return objects.keySet().stream()
                .filter(key -> key.value().startsWith(prefix))
                .sorted(Comparator.comparing(ObjectKey::value))
                .map(key -> look(key).orElseThrow())
                .toList();
    }

    @Override
    public Map<ObjectKey, String> remove(String prefix, Collection<ObjectKey> keys) {
        Map<ObjectKey, String> refused = new HashMap<>(locked);
        refused.keySet().retainAll(keys);
        keys.stream().filter(key -> !locked.containsKey(key)).forEach(objects::remove);
        return refused;
    }

    @Override
    public PresignedUrl presignPut(ObjectKey key, Contents contents, Duration life) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PresignedUrl presignGet(ObjectKey key, Duration life) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PresignedUrl presignGet(ObjectKey key, Duration life, String fileName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> publicOrigins() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredObject> list(String prefix, String startAfter, int limit) {
        return objects.keySet().stream()
                .filter(key -> key.value().startsWith(prefix) && key.value().compareTo(startAfter) > 0)
                .sorted(Comparator.comparing(ObjectKey::value))
                .limit(limit)
                .flatMap(key -> look(key).stream())
                .toList();
    }

    @Override
    public Written copy(ObjectKey from, ObjectKey to) {
        throw new UnsupportedOperationException();
    }
}
