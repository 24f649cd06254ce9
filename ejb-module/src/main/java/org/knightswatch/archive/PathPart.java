package org.knightswatch.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Any text as one part of a path, so that different texts stay different wherever the path is copied to: in stores and
 * file systems that take {@code A} and {@code a} for the same, too. Capitals are written small behind a {@code ~}, which
 * holds until the next one ({@code C-1} is {@code ~c-1}, {@code MATHa} is {@code ~math~a}); what is not a letter, a digit,
 * a dash, an underscore or a dot within the text becomes {@code =xx}.
 */
final class PathPart {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_";

    private PathPart() {}

    static String of(String text) {
        StringBuilder part = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean capitals = false;
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean capital = c >= 'A' && c <= 'Z';
            boolean small = c >= 'a' && c <= 'z';
            if ((capital || small) && capital != capitals) {
                part.append('~');
                capitals = capital;
            }
            char written = capital ? (char) (c - 'A' + 'a') : c;
            boolean dotWithin = c == '.' && i > 0 && i < bytes.length - 1;
            part.append(
                    PLAIN.indexOf(written) >= 0 || dotWithin
                            ? String.valueOf(written)
                            : String.format(Locale.ROOT, "=%02x", (int) c));
        }
        return part.toString();
    }
}
