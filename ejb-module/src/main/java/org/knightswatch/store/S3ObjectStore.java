package org.knightswatch.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.kernel.ProblemCode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The object store behind the S3 protocol: Amazon's, any server that speaks it, or the one that runs on the same machine.
 */
@ApplicationScoped
public class S3ObjectStore implements ObjectStore {

    /** The most that S3 lists, or deletes, in one call. */
    private static final int BATCH = 1_000;

    @Inject
    S3Calls calls;

    @Inject
    S3Presigning presigning;

    @Inject
    S3Removal removal;

    @Override
    public PresignedUrl presignPut(ObjectKey key, Contents contents, Duration life) {
        return presigning.put(key, contents, life);
    }

    @Override
    public PresignedUrl presignGet(ObjectKey key, Duration life) {
        return presigning.get(key, life);
    }

    @Override
    public PresignedUrl presignGet(ObjectKey key, Duration life, String fileName) {
        return presigning.get(key, life, fileName);
    }

    @Override
    public Set<String> publicOrigins() {
        return presigning.origins();
    }

    @Override
    public Written put(ObjectKey key, byte[] bytes, String type) {
        Contents contents = Contents.of(bytes, type);
        try {
            calls.call(s3 -> s3.putObject(calls.requests().put(key, contents), RequestBody.fromBytes(bytes)));
            return Written.NOW;
        } catch (StoreException e) {
            S3Held.lookAfter(e, calls, key).require(contents, contents.sha256().base64());
            return Written.BEFORE;
        }
    }

    @Override
    public ObjectWriter write(ObjectKey key, String type) {
        return new S3ObjectWriter(this, calls, key, type);
    }

    @Override
    public Optional<StoredObject> look(ObjectKey key) {
        return S3Held.look(calls, key).map(S3Held::stored);
    }

    @Override
    public List<StoredObject> list(String prefix, String startAfter, int limit) {
        List<StoredObject> found = new ArrayList<>();
        String after = startAfter;
        boolean more = true;
        while (more && found.size() < limit) {
            ListObjectsV2Response page = page(prefix, after, Math.min(BATCH, limit - found.size()));
            page.contents().forEach(object -> found.add(listed(object)));
            more = page.isTruncated() && page.hasContents();
            after = found.isEmpty() ? after : found.get(found.size() - 1).key().value();
        }
        return found;
    }

    @Override
    public InputStream open(ObjectKey key, ByteRange range) {
        return WholeStream.open(calls, key, range);
    }

    @Override
    public Written copy(ObjectKey from, ObjectKey to) {
        S3Held source = S3Held.look(calls, from).orElseThrow(() -> new StoreException(ProblemCode.NOT_FOUND));
        Optional<S3Held> there = S3Held.look(calls, to);
        if (there.isEmpty()) {
            calls.call(s3 -> s3.copyObject(calls.requests().copy(from, to)));
            return Written.NOW;
        }
        there.get().requireSameAs(source);
        return Written.BEFORE;
    }

    @Override
    public void delete(Collection<ObjectKey> keys) {
        keys.stream().collect(Collectors.groupingBy(calls::bucket)).forEach(this::delete);
    }

    private void delete(String bucket, List<ObjectKey> keys) {
        List<ObjectIdentifier> names = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key.value()).build())
                .toList();
        for (int from = 0; from < names.size(); from += BATCH) {
            List<ObjectIdentifier> batch = names.subList(from, Math.min(from + BATCH, names.size()));
            DeleteObjectsResponse done = calls.call(s3 -> s3.deleteObjects(delete ->
                    delete.bucket(bucket).delete(these -> these.objects(batch).quiet(true))));
            if (!done.errors().isEmpty()) {
                throw new StoreException(
                        ProblemCode.STORE_AWAY,
                        new IllegalStateException(done.errors().toString()));
            }
        }
    }

    @Override
    public List<StoredObject> remains(String prefix) {
        return removal.isVersioned(prefix) ? removal.remains(prefix) : list(prefix, "", Integer.MAX_VALUE);
    }

    @Override
    public Map<ObjectKey, String> remove(String prefix, Collection<ObjectKey> keys) {
        return removal.remove(prefix, keys);
    }

    private ListObjectsV2Response page(String prefix, String after, int limit) {
        return calls.call(s3 ->
                s3.listObjectsV2(list -> list.bucket(calls.requests().buckets().of(prefix))
                        .prefix(prefix)
                        .startAfter(after.isEmpty() ? null : after)
                        .maxKeys(limit)));
    }

    /** Something of somebody else's may lie there too, so its name need not be one that we would give. */
    private static StoredObject listed(S3Object object) {
        return new StoredObject(new ObjectKey(object.key()), object.size(), object.lastModified(), Optional.empty());
    }
}
