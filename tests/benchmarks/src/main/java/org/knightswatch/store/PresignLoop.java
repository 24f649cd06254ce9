package org.knightswatch.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.knightswatch.kernel.Sha256;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The product's own signer, called as fast as one thread can; it lives here because nobody else may see it. */
public final class PresignLoop {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String TAKE = "segments/default/MATH-1/C-4711/1/camera/7b1f62c0-91a1-4d0b-9d3f-1c1b7d0c7a11/";

    private final PutSigner signer = new PutSigner(
            URI.create("http://127.0.0.1:9000/knights-watch/"),
            new SigningScopes(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "a secret")), "us-east-1"));
    private final S3Requests requests = new S3Requests(new Buckets("knights-watch", "knights-watch"), null, null);
    private int length;

    /** Signs for so many segments, each with a digest and a length of its own. */
    public void sign(int urls) {
        for (int i = 0; i < urls; i++) {
            Contents contents = new Contents(120_000L + i, digest(i), "video/mp4;codecs=avc1,opus");
            ObjectKey key = ObjectKey.of(TAKE + (10_000 + i % 90_000) + '-' + contents.sha256() + ".mp4");
            Map<String, String> headers = requests.headers(contents);
            PresignedUrl url = signer.sign(key, contents.size(), headers, LIFE, Instant.now());
            length += url.url().toString().length();
        }
    }

    /** What was signed, so that no compiler leaves it out. */
    public int length() {
        return length;
    }

    /** Different ones at no cost. */
    private static Sha256 digest(int i) {
        return new Sha256(Integer.toHexString(0x10000000 + i).repeat(8));
    }
}
