package org.knightswatch.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON that a stranger wrote. What two readers could take for two things is refused: a member that stands twice,
 * fractions, numbers that a double can't hold, broken UTF-8, anything behind the end. So is what only costs: depth, and more
 * values than memory.
 */
final class JsonReader {

    static final long LARGEST_NUMBER = (1L << 53) - 1;

    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 4_000_000;
    private static final int LONGEST_NUMBER = 17;

    private final String text;
    private int at;
    private int values;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Maps, lists, strings, longs, booleans; null for null. */
    static Object read(byte[] utf8) {
        JsonReader reader = new JsonReader(decode(utf8));
        Object value = reader.value(0);
        reader.skipSpace();
        if (reader.at < reader.text.length()) {
            throw reader.wrong("something behind the end");
        }
        return value;
    }

    private static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ManifestException("is not UTF-8");
        }
    }

    private Object value(int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw wrong(depth > DEEPEST ? "nested too deeply" : "too many values");
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new TreeMap<>();
        at++;
        boolean more = !passes('}');
        while (more) {
            skipSpace();
            String name = string();
            expect(':');
            if (members.containsKey(name)) {
                throw wrong("a second member \"" + name + '"');
            }
            members.put(name, value(depth + 1));
            more = passes(',');
            if (!more) {
                expect('}');
            }
        }
        return members;
    }

    private List<Object> list(int depth) {
        List<Object> values = new ArrayList<>();
        at++;
        boolean more = !passes(']');
        while (more) {
            values.add(value(depth + 1));
            more = passes(',');
            if (!more) {
                expect(']');
            }
        }
        return values;
    }

    private String string() {
        if (peek() != '"') {
            throw wrong("no string where one belongs");
        }
        StringBuilder string = new StringBuilder();
        at++;
        for (char c = peek(); c != '"'; c = peek()) {
            at++;
            if (c < ' ') {
                throw wrong("a control character in a string");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw wrong("an unknown escape");
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw wrong("an unknown escape");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("no value where one belongs");
        }
        at += word.length();
        return value;
    }

    private Long number() {
        int from = at;
        while (at < text.length() && at - from <= LONGEST_NUMBER && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (!digits.matches("0|-?[1-9][0-9]{0,15}") || Math.abs(Long.parseLong(digits)) > LARGEST_NUMBER) {
            throw wrong("no whole number within 2^53");
        }
        return Long.valueOf(digits);
    }

    private boolean passes(char wanted) {
        skipSpace();
        boolean here = peek() == wanted;
        at += here ? 1 : 0;
        return here;
    }

    private void expect(char wanted) {
        if (!passes(wanted)) {
            throw wrong("no \"" + wanted + "\" where one belongs");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the end where more belongs");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private ManifestException wrong(String what) {
        return new ManifestException("is no JSON we read: " + what + ", at character " + at);
    }
}
