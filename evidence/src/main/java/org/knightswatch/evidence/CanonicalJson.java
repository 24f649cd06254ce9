package org.knightswatch.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way only to write a value (RFC 8785): members in the order of their names, no white space, shortest escapes, UTF-8.
 * Two programs that mean the same write the same bytes, and so the same hashes.
 */
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static byte[] bytes(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json.out));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new ManifestException("half a character in a text");
        }
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof Collection<?> values) {
            list(values);
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Number number) {
            number(number.longValue());
        } else {
            out.append(value);
        }
    }

    private void object(Map<?, ?> members) {
        String between = "{";
        for (Map.Entry<?, ?> member : new TreeMap<>(members).entrySet()) {
            out.append(between);
            string((String) member.getKey());
            out.append(':');
            value(member.getValue());
            between = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void list(Collection<?> values) {
        String between = "[";
        for (Object value : values) {
            out.append(between);
            value(value);
            between = ",";
        }
        out.append(values.isEmpty() ? "[]" : "]");
    }

    private void number(long number) {
        if (Math.abs(number) > JsonReader.LARGEST_NUMBER) {
            throw new ManifestException("no whole number within 2^53: " + number);
        }
        out.append(number);
    }

    private void string(String text) {
        out.append('"');
        text.chars().forEach(c -> character((char) c));
        out.append('"');
    }

    private void character(char c) {
        int special = "\b\t\n\f\r\"\\".indexOf(c);
        if (special >= 0) {
            out.append('\\').append("btnfr\"\\".charAt(special));
        } else if (c < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
