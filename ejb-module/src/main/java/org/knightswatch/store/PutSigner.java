package org.knightswatch.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.knightswatch.kernel.Sha256;

/**
 * Signs PUTs for browsers by Amazon's Signature Version 4, as the SDK does, but many times as fast: a hall asks for
 * thousands a second, and nothing of such a URL changes from one to the next but the key, the length and the digest.
 */
final class PutSigner {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private final String root;
    private final String path;
    private final String host;
    private final SigningScopes scopes;

    /** @param root where the bucket's keys begin, with a slash at its end */
    PutSigner(URI root, SigningScopes scopes) {
        this.root = root.toString();
        this.path = root.getRawPath();
        this.host = root.getRawAuthority();
        this.scopes = scopes;
    }

    /** @param headers what is sent along, besides what browsers add by themselves; names in small letters */
    PresignedUrl sign(ObjectKey key, long bytes, Map<String, String> headers, Duration life, Instant now) {
        SigningScope scope = scopes.at(now);
        SortedMap<String, String> signed = new TreeMap<>(headers);
        signed.put("content-length", Long.toString(bytes));
        signed.put("host", host);
        String name = Rfc3986.encode(key.value(), '/');
        String query = "X-Amz-Algorithm=" + ALGORITHM + scope.credential() + "&X-Amz-Date=" + scope.stamp()
                + "&X-Amz-Expires=" + life.toSeconds() + scope.token() + "&X-Amz-SignedHeaders="
                + String.join("%3B", signed.keySet());
        String request = "PUT\n" + path + name + '\n' + query + '\n' + lines(signed) + '\n'
                + String.join(";", signed.keySet()) + "\nUNSIGNED-PAYLOAD";
        String text = ALGORITHM + '\n' + scope.stamp() + '\n' + scope.name() + '\n' + digest(request);
        String url = root + name + '?' + query + "&X-Amz-Signature=" + hex(scope.hmac(text));
        return new PresignedUrl("PUT", URI.create(url), headers, scope.second().plus(life));
    }

    private static String lines(SortedMap<String, String> headers) {
        StringBuilder lines = new StringBuilder(256);
        headers.forEach((name, value) -> lines.append(name)
                .append(':')
                .append(value.contains("  ") ? value.replaceAll(" +", " ") : value)
                .append('\n'));
        return lines.toString();
    }

    private static String digest(String text) {
        return hex(Sha256.newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
