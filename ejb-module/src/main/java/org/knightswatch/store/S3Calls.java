package org.knightswatch.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Function;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ServerClock;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The one way to the S3 server: connects when first needed, says what a failure means in our own words, and tells {@link
 * StoreHealth} how each call went.
 */
@ApplicationScoped
public class S3Calls {

    @Inject
    StoreSettings settings;

    @Inject
    StoreHealth health;

    @Inject
    ServerClock clock;

    private volatile S3Clients clients;
    private volatile boolean bucketThere;

    <T> T call(Function<S3Client, T> question) {
        return ask(ready(), question);
    }

    /** Signs without asking anybody. */
    S3Presigner presigner() {
        return ready().presigner();
    }

    /** Signs uploads, without asking anybody either. */
    PutSigner putSigner(ObjectKey key) {
        return ready().putSigner(bucket(key));
    }

    S3Requests requests() {
        return clients().requests();
    }

    String bucket(ObjectKey key) {
        return requests().buckets().of(key);
    }

    @PreDestroy
    synchronized void close() {
        if (clients != null) {
            clients.close();
        }
    }

    private S3Clients clients() {
        S3Clients ready = clients;
        return ready == null ? connect() : ready;
    }

    private synchronized S3Clients connect() {
        if (clients == null) {
            clients = new S3Clients(settings);
        }
        return clients;
    }

    private S3Clients ready() {
        S3Clients connected = clients();
        if (!bucketThere) {
            if (settings.createBucket()) {
                connected.requests().buckets().all().forEach(bucket -> makeBucket(connected, bucket));
            }
            bucketThere = true;
        }
        return connected;
    }

    private void makeBucket(S3Clients connected, String bucket) {
        ask(connected, s3 -> {
            try {
                return s3.createBucket(create -> create.bucket(bucket));
            } catch (BucketAlreadyOwnedByYouException e) {
                return e;
            }
        });
    }

    private <T> T ask(S3Clients connected, Function<S3Client, T> question) {
        Instant begun = clock.instant();
        try {
            T answer = question.apply(connected.client());
            health.answered();
            return answer;
        } catch (SdkException e) {
            ProblemCode code = code(e);
            if (code == ProblemCode.STORE_AWAY) {
                health.failed(begun, e);
            } else {
                health.answered();
            }
            throw new StoreException(code, e);
        }
    }

    /** A store that lets us do nothing, or has lost its bucket, is as good as away. */
    private static ProblemCode code(SdkException e) {
        if (!(e instanceof S3Exception refusal) || e instanceof NoSuchBucketException) {
            return ProblemCode.STORE_AWAY;
        }
        return switch (refusal.statusCode()) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 409, 412 -> ProblemCode.OBJECT_DIFFERS;
            case 400, 405, 411, 416, 501 -> ProblemCode.UNEXPECTED;
            default -> ProblemCode.STORE_AWAY;
        };
    }
}
