package org.knightswatch.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The members of one JSON object, by name. Written, what is null is left out; read, each is taken once and none may be left. */
final class Members {

    private final String where;
    private final Map<String, Object> members;

    private Members(String where, Map<String, Object> members) {
        this.where = where;
        this.members = members;
    }

    static Members write() {
        return new Members("", new TreeMap<>());
    }

    /** Reads an object whole. */
    @SuppressWarnings("unchecked") // what the reader makes has strings as names
    static <T> T read(String where, Object value, Function<Members, T> reader) {
        if (!(value instanceof Map<?, ?>)) {
            throw new ManifestException((where + " is no object").strip());
        }
        Members members = new Members(where, new TreeMap<>((Map<String, Object>) value));
        try {
            T read = reader.apply(members);
            if (!members.members.isEmpty()) {
                throw members.wrong(members.members.keySet().iterator().next(), "is not known");
            }
            return read;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ManifestException(where + ": " + e.getMessage());
        }
    }

    Members with(String name, Object value) {
        if (value != null) {
            members.put(name, value instanceof Number || value instanceof Boolean ? value : plain(value));
        }
        return this;
    }

    private static Object plain(Object value) {
        return value instanceof List || value instanceof Map ? value : value.toString();
    }

    Map<String, Object> map() {
        return members;
    }

    String text(String name) {
        return required(name, String.class);
    }

    String textOrNull(String name) {
        return optional(name, String.class);
    }

    long number(String name) {
        return required(name, Long.class);
    }

    int count(String name) {
        return narrow(name, number(name));
    }

    Integer countOrNull(String name) {
        Long number = optional(name, Long.class);
        return number == null ? null : Integer.valueOf(narrow(name, number));
    }

    boolean flag(String name) {
        return required(name, Boolean.class);
    }

    Instant moment(String name) {
        return Instant.parse(text(name));
    }

    Instant momentOrNull(String name) {
        String text = textOrNull(name);
        return text == null ? null : Instant.parse(text);
    }

    UUID id(String name) {
        return UUID.fromString(text(name));
    }

    <T> T object(String name, Function<Members, T> reader) {
        return read(path(name), required(name, Object.class), reader);
    }

    <T> List<T> list(String name, Function<Members, T> reader) {
        List<?> values = required(name, List.class);
        return IntStream.range(0, values.size())
                .mapToObj(i -> read(path(name) + '[' + i + ']', values.get(i), reader))
                .toList();
    }

    private <T> T required(String name, Class<T> type) {
        T value = optional(name, type);
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    private <T> T optional(String name, Class<T> type) {
        Object value = members.remove(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, "is of another kind");
        }
        return type.cast(value);
    }

    private int narrow(String name, long number) {
        if (number != (int) number) {
            throw wrong(name, "is out of range");
        }
        return (int) number;
    }

    private String path(String name) {
        return where.isEmpty() ? name : where + '.' + name;
    }

    private ManifestException wrong(String name, String what) {
        return new ManifestException(path(name) + ' ' + what);
    }
}
