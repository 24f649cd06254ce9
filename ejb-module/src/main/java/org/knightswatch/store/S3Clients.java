package org.knightswatch.store;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The two clients of the SDK: one that asks, at our endpoint, and one that signs for others, for the public endpoint,
 * because a signature covers the host.
 */
final class S3Clients implements AutoCloseable {

    private final SdkHttpClient http;
    private final S3Client client;
    private final S3Presigner presigner;
    private final S3Requests requests;
    private final SigningScopes scopes;
    private final Map<String, PutSigner> putSigners = new ConcurrentHashMap<>();

    S3Clients(StoreSettings settings) {
        Region region = Region.of(settings.region());
        AwsCredentialsProvider credentials = credentials(settings);
        requests = S3Requests.by(settings);
        http = UrlConnectionHttpClient.builder()
                .connectionTimeout(settings.connectTimeout())
                .socketTimeout(settings.answerTimeout())
                .build();
        client = client(settings, http, region, credentials);
        presigner = presigner(settings, region, credentials);
        scopes = new SigningScopes(credentials, settings.region());
    }

    private static S3Client client(
            StoreSettings settings, SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(http)
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(dialect(settings))
                // Each write brings its own SHA-256; the SDK's default checksum confuses older S3 servers.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(settings.tries())
                                .build()));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static S3Presigner presigner(StoreSettings settings, Region region, AwsCredentialsProvider credentials) {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(dialect(settings));
        settings.publicEndpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Where a bucket's keys begin. Only the SDK knows what Amazon calls its hosts, so that one URL is signed to see. */
    private URI root(String bucket) {
        String any = presigner
                .presignGetObject(get -> get.signatureDuration(Duration.ofMinutes(1))
                        .getObjectRequest(one -> one.bucket(bucket).key("any")))
                .url()
                .toString();
        return URI.create(any.substring(0, any.indexOf("any?")));
    }

    /**
     * The plainest S3. Bodies go as they are: not every server reads Amazon's own chunks to their end. The last two, left
     * open, would be looked up in the home folder's AWS files, for each signature anew.
     */
    private static S3Configuration dialect(StoreSettings settings) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(settings.pathStyle())
                .chunkedEncodingEnabled(false)
                .useArnRegionEnabled(false)
                .multiRegionEnabled(false)
                .build();
    }

    /** Those of the environment are renewed in the background, so that signing never waits for them. */
    private static AwsCredentialsProvider credentials(StoreSettings settings) {
        if (settings.accessKey().isEmpty()) {
            return DefaultCredentialsProvider.builder()
                    .asyncCredentialUpdateEnabled(true)
                    .build();
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    S3Client client() {
        return client;
    }

    S3Presigner presigner() {
        return presigner;
    }

    /** Made when it is first needed: before, there need be no credentials. */
    PutSigner putSigner(String bucket) {
        return putSigners.computeIfAbsent(bucket, name -> new PutSigner(root(name), scopes));
    }

    S3Requests requests() {
        return requests;
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
        http.close();
    }
}
