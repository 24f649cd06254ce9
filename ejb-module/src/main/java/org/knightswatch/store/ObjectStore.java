package org.knightswatch.store;

import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps byte sequences under keys. Nothing is ever replaced: a key takes one byte sequence, once, until it is deleted.
 *
 * <p>Every call but the presigning ones goes over the network and may throw a {@link StoreException} with the code
 * {@code STORE_AWAY}; then nothing is known, and the same call may be made again.
 */
public interface ObjectStore {

    /**
     * The right to put exactly these bytes under a key, for somebody who reaches the store by its public endpoint. What
     * the store answers: 200, it holds them; 412, something lies there already; 400, other bytes; 403, another length,
     * a header changed or left out, or too late.
     *
     * @param life up to seven days; the URL dies earlier when the keys that signed it do
     */
    PresignedUrl presignPut(ObjectKey key, Contents contents, Duration life);

    /** The right to read an object, or parts of it, at the public endpoint. */
    PresignedUrl presignGet(ObjectKey key, Duration life);

    /** The same, for a browser that is to save it as a file of this name. */
    PresignedUrl presignGet(ObjectKey key, Duration life, String fileName);

    /** Where presigned URLs lead, such as {@code https://media.example.org}: for a page that must name them beforehand. */
    Set<String> publicOrigins();

    /** Writes bytes that are at hand; {@code OBJECT_DIFFERS} when others lie there. */
    Written put(ObjectKey key, byte[] bytes, String type);

    /** Writes more than one would hold in memory. */
    ObjectWriter write(ObjectKey key, String type);

    /** What lies under the key; empty when nothing does. */
    Optional<StoredObject> look(ObjectKey key);

    /**
     * Up to {@code limit} objects whose keys begin with the prefix, in the order of their keys. Something that is still
     * being written may show under a key of its own: only the exact key means that an object is there.
     *
     * @param startAfter a key, there or not; empty: from the beginning
     */
    List<StoredObject> list(String prefix, String startAfter, int limit);

    /**
     * Reads an object; {@code NOT_FOUND} when it is not there. The stream throws when it is cut short; it must be closed.
     */
    InputStream open(ObjectKey key, ByteRange range);

    /** Copies within the store, up to 5 GiB; {@code OBJECT_DIFFERS} when others lie there. */
    Written copy(ObjectKey from, ObjectKey to);

    /** Deletes what is there; what is not there needs no deleting. A store that keeps versions keeps them. */
    void delete(Collection<ObjectKey> keys);

    /** All objects whose keys begin with the prefix, those of which only versions are left included. */
    List<StoredObject> remains(String prefix);

    /**
     * Deletes objects in all their versions.
     *
     * @param prefix what all keys begin with
     * @return what the store refused to delete, such as locked versions, with its own words
     */
    Map<ObjectKey, String> remove(String prefix, Collection<ObjectKey> keys);
}
