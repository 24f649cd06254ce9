package org.knightswatch.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.knightswatch.kernel.ProblemCode;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Deletes for good. Where a bucket keeps versions, deleting an object only hides it: so each of its versions is deleted,
 * the marks of earlier deletions too.
 */
@ApplicationScoped
public class S3Removal {

    private static final int BATCH = 1_000;

    @Inject
    S3Calls calls;

    /** Asked each time: a bucket may be given versions at any moment. A store that knows no versions keeps none. */
    boolean isVersioned(String prefix) {
        try {
            return calls.call(s3 -> s3.getBucketVersioning(ask -> ask.bucket(bucket(prefix))))
                            .status()
                    != null;
        } catch (StoreException e) {
            if (e.code() == ProblemCode.UNEXPECTED) {
                return false;
            }
            throw e;
        }
    }

    /** One for each key that has a version, with the size of its newest. */
    List<StoredObject> remains(String prefix) {
        Map<String, StoredObject> found = new TreeMap<>();
        pages(prefix).stream().flatMap(page -> page.versions().stream()).forEach(version -> {
            ObjectKey key = new ObjectKey(version.key());
            found.putIfAbsent(
                    version.key(), new StoredObject(key, version.size(), version.lastModified(), Optional.empty()));
        });
        return List.copyOf(found.values());
    }

    Map<ObjectKey, String> remove(String prefix, Collection<ObjectKey> keys) {
        List<ObjectIdentifier> names = isVersioned(prefix) ? versions(prefix, new HashSet<>(keys)) : plain(keys);
        Map<ObjectKey, String> refused = new HashMap<>();
        for (int from = 0; from < names.size(); from += BATCH) {
            List<ObjectIdentifier> batch = names.subList(from, Math.min(from + BATCH, names.size()));
            DeleteObjectsResponse done = calls.call(s3 -> s3.deleteObjects(delete -> delete.bucket(bucket(prefix))
                    .delete(these -> these.objects(batch).quiet(true))));
            done.errors()
                    .forEach(error -> refused.put(new ObjectKey(error.key()), error.code() + ": " + error.message()));
        }
        return refused;
    }

    private String bucket(String prefix) {
        return calls.requests().buckets().of(prefix);
    }

    private static List<ObjectIdentifier> plain(Collection<ObjectKey> keys) {
        return keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key.value()).build())
                .toList();
    }

    private List<ObjectIdentifier> versions(String prefix, Set<ObjectKey> keys) {
        List<ObjectIdentifier> names = new ArrayList<>();
        pages(prefix).forEach(page -> {
            page.versions().forEach(version -> names.add(name(version.key(), version.versionId())));
            page.deleteMarkers().forEach(mark -> names.add(name(mark.key(), mark.versionId())));
        });
        names.removeIf(name -> !keys.contains(new ObjectKey(name.key())));
        return names;
    }

    private static ObjectIdentifier name(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }

    private List<ListObjectVersionsResponse> pages(String prefix) {
        List<ListObjectVersionsResponse> pages = new ArrayList<>();
        ListObjectVersionsResponse page;
        do {
            ListObjectVersionsResponse last = pages.isEmpty() ? null : pages.get(pages.size() - 1);
            page = calls.call(s3 -> s3.listObjectVersions(list -> list.bucket(bucket(prefix))
                    .prefix(prefix)
                    .keyMarker(last == null ? null : last.nextKeyMarker())
                    .versionIdMarker(last == null ? null : last.nextVersionIdMarker())));
            pages.add(page);
        } while (Boolean.TRUE.equals(page.isTruncated()));
        return pages;
    }
}
