package org.knightswatch.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knightswatch.kernel.ServerClock;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * Signs URLs for others. It asks nobody: a signature is arithmetic.
 *
 * <p>What is signed into a PUT binds it to one byte sequence: the length, the SHA-256 (the store compares it with what
 * arrives), the type, and that nothing may lie there yet.
 */
@ApplicationScoped
public class S3Presigning {

    @Inject
    S3Calls calls;

    @Inject
    ServerClock clock;

    PresignedUrl put(ObjectKey key, Contents contents, Duration life) {
        Map<String, String> headers = calls.requests().headers(contents);
        return calls.putSigner(key).sign(key, contents.size(), headers, life, clock.instant());
    }

    PresignedUrl get(ObjectKey key, Duration life) {
        return get(GetObjectRequest.builder(), key, life);
    }

    PresignedUrl get(ObjectKey key, Duration life, String fileName) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        String disposition = "attachment; filename*=UTF-8''" + encoded;
        return get(GetObjectRequest.builder().responseContentDisposition(disposition), key, life);
    }

    /** Only the SDK knows what Amazon calls its hosts, so that URLs are signed to see. */
    Set<String> origins() {
        return Stream.of("segments/any", "any")
                .map(key -> get(ObjectKey.of(key), Duration.ofMinutes(1)).url())
                .map(url -> url.getScheme() + "://" + url.getRawAuthority())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private PresignedUrl get(GetObjectRequest.Builder request, ObjectKey key, Duration life) {
        request.bucket(calls.bucket(key)).key(key.value());
        return presigned(calls.presigner()
                .presignGetObject(get -> get.signatureDuration(life).getObjectRequest(request.build())));
    }

    private static PresignedUrl presigned(PresignedRequest signed) {
        return new PresignedUrl(
                signed.httpRequest().method().name(),
                URI.create(signed.url().toString()),
                Map.of(),
                signed.expiration().truncatedTo(ChronoUnit.SECONDS));
    }
}
