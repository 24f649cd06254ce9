package org.knightswatch.store;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The name of an object: parts that are joined by slashes, such as {@code exam/candidate/1/camera.mp4}. The rules are
 * those that every store can keep, one that puts each part into a folder of its own included: no part is empty or begins
 * with a dot, none is longer than 200 bytes, and the whole is at most 900. Nor may one key be the folder of another: where
 * {@code a/b} is an object, {@code a/b/c} can't be one.
 */
public record ObjectKey(String value) {

    private static final int LONGEST_PART = 200;
    private static final int LONGEST = 900;
    private static final Pattern PART = Pattern.compile("[^./\\\\\\p{Cc}\\p{Cs}][^/\\\\\\p{Cc}\\p{Cs}]*");

    /** Keys are made by our own code only: one that breaks the rules is a mistake in it. */
    public static ObjectKey of(String value) {
        for (String part : value.split("/", -1)) {
            if (!PART.matcher(part).matches() || bytes(part) > LONGEST_PART) {
                throw new IllegalArgumentException("No key for an object: " + value);
            }
        }
        if (bytes(value) > LONGEST) {
            throw new IllegalArgumentException("Too long a key for an object: " + value);
        }
        return new ObjectKey(value);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return value;
    }
}
