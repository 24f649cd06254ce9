package org.knightswatch.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest. The API writes it in lower-case hex, object stores in base64.
 *
 * @param hex 64 lower-case hex digits
 */
public record Sha256(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** Reads what somebody sent. */
    public static Sha256 of(String field, String hex) {
        if (hex == null || !HEX.matcher(hex).matches()) {
            throw FieldProblem.of(field, ProblemCode.SHA256_INVALID).asException();
        }
        return new Sha256(hex);
    }

    public static Sha256 digest(byte[] bytes) {
        return ofDigest(newDigest().digest(bytes));
    }

    public static Sha256 digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of a digest that has run already, for bytes too many to hold at once. */
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    /** Reads what a store answers. */
    public static Sha256 ofBase64(String base64) {
        return ofDigest(Base64.getDecoder().decode(base64));
    }

    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    @Override
    public String toString() {
        return hex;
    }
}
