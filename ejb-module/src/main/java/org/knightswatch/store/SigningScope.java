package org.knightswatch.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** All of a signature that stays the same within one second: who signs, for which day and region, and with which key. */
final class SigningScope {

    private static final String HMAC = "HmacSHA256";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AwsCredentials credentials;
    private final Instant second;
    private final String stamp;
    private final String name;
    private final String credential;
    private final String token;
    private final Mac mac;

    SigningScope(AwsCredentials credentials, String region, Instant now) {
        this.credentials = credentials;
        this.second = now.truncatedTo(ChronoUnit.SECONDS);
        this.stamp = STAMP.format(second);
        String day = stamp.substring(0, 8);
        this.name = day + '/' + region + "/s3/aws4_request";
        this.credential = "&X-Amz-Credential=" + Rfc3986.encode(credentials.accessKeyId() + '/' + name, '-');
        this.token = credentials instanceof AwsSessionCredentials session
                ? "&X-Amz-Security-Token=" + Rfc3986.encode(session.sessionToken(), '-')
                : "";
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, region, "s3", "aws4_request"}) {
            key = sum(mac(key), part);
        }
        this.mac = mac(key);
    }

    boolean isOf(AwsCredentials others, Instant now) {
        return now.getEpochSecond() == second.getEpochSecond() && others.equals(credentials);
    }

    Instant second() {
        return second;
    }

    /** The second as signatures write it. */
    String stamp() {
        return stamp;
    }

    String name() {
        return name;
    }

    /** As a part of the query. */
    String credential() {
        return credential;
    }

    /** As a part of the query; empty for keys that do not expire. */
    String token() {
        return token;
    }

    byte[] hmac(String text) {
        try {
            return sum((Mac) mac.clone(), text);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's HMAC can be cloned", e);
        }
    }

    private static byte[] sum(Mac mac, String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
