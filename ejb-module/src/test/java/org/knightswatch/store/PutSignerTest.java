package org.knightswatch.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knightswatch.kernel.Sha256;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import static org.assertj.core.api.Assertions.assertThat;

class PutSignerTest {

    private static final S3Requests REQUESTS =
            new S3Requests(new Buckets("knights-watch", "evidence"), "aws:kms", "arn:aws:kms:eu-central-1:1:key/a b");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00.900Z");
    private static final AwsCredentials OURS = AwsBasicCredentials.create("AKID", "a secret/+=");
    private static final AwsCredentials ROLE = AwsSessionCredentials.create("ASIA/1", "another secret", "token+/==&ä");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "segments/default/MATH-1/C-42/1/camera/00001-ab.mp4 | video/mp4;codecs=avc1,opus | 5",
                "segments/a=2Fb/~ä b+c*(1)!'/x&y?z#q%41:@$,;.webm   | video/webm;a  b   c        | 0"
            })
    void signsAsTheSdkDoes(String key, String type, long size) {
        Contents contents = new Contents(size, Sha256.digest(key), type);

        for (AwsCredentials credentials : new AwsCredentials[] {OURS, ROLE}) {
            URI theirs = sdk(credentials, key, contents);

            Instant then = STAMP.parse(theirs.getQuery().replaceAll(".*X-Amz-Date=([0-9TZ]+).*", "$1"), Instant::from);
            assertThat(parts(signed(credentials, key, contents, then))).isEqualTo(parts(theirs));
        }
    }

    @Test
    void takesTheKeyOfTheNewDayAndOfTheNewCredentials() {
        AwsCredentials[] whose = {OURS};
        SigningScopes scopes = new SigningScopes(() -> whose[0], "eu-central-1");

        assertThat(scopes.at(NOW)).isSameAs(scopes.at(NOW.plusMillis(99)));
        assertThat(scopes.at(NOW.plusSeconds(86_400)).name()).startsWith("20261125/eu-central-1/");
        whose[0] = ROLE;
        assertThat(scopes.at(NOW.plusSeconds(86_400)).credential()).contains("ASIA%2F1");
    }

    @Test
    void saysWhatMustBeSentAlongAndUntilWhen() {
        Map<String, String> headers = Map.of("if-none-match", "*");

        PresignedUrl url = signer(OURS).sign(ObjectKey.of("a/b"), 10, headers, LIFE, NOW);

        assertThat(url.headers()).isEqualTo(headers);
        assertThat(url.expiresAt()).isEqualTo(Instant.parse("2026-11-24T09:15:00Z"));
    }

    private static PutSigner signer(AwsCredentials credentials) {
        URI root = URI.create("https://media.example.org:9000/knights-watch/");
        return new PutSigner(root, new SigningScopes(StaticCredentialsProvider.create(credentials), "eu-central-1"));
    }

    private static URI signed(AwsCredentials credentials, String key, Contents contents, Instant then) {
        return signer(credentials)
                .sign(new ObjectKey(key), contents.size(), REQUESTS.headers(contents), LIFE, then)
                .url();
    }

    private static URI sdk(AwsCredentials credentials, String key, Contents contents) {
        try (S3Presigner presigner = S3Presigner.builder()
                .region(Region.of("eu-central-1"))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .endpointOverride(URI.create("https://media.example.org:9000"))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            return URI.create(presigner
                    .presignPutObject(put ->
                            put.signatureDuration(LIFE).putObjectRequest(REQUESTS.put(new ObjectKey(key), contents)))
                    .url()
                    .toString());
        }
    }

    /** The order of a query means nothing. */
    private static Set<String> parts(URI url) {
        Set<String> parts = new TreeSet<>(List.of(url.getRawQuery().split("&", -1)));
        parts.add(url.toString().replaceAll("\\?.*", ""));
        return parts;
    }
}
