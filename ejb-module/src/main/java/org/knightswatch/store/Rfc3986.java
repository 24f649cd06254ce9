package org.knightswatch.store;

import java.nio.charset.StandardCharsets;

/** Percent-encoding as signatures want it: everything but unreserved characters, in capitals. */
final class Rfc3986 {

    private static final String HEX = "0123456789ABCDEF";

    private Rfc3986() {}

    /** @param kept one more character that stays as it is */
    static String encode(String text, char kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b) || b == kept) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || "-._~".indexOf(b) >= 0;
    }
}
