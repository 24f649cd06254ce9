package org.knightswatch.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every way to change one thing in a JSON value: what somebody does who knows the format. */
final class Tree {

    private Tree() {}

    /** All values that differ from this one in a single place. */
    static Stream<Change> changesOf(Object value) {
        if (value instanceof Map<?, ?> members) {
            return ofObject(members);
        }
        if (value instanceof List<?> values) {
            return ofList(values);
        }
        return ofLeaf(value).map(other -> new Change("changed", other));
    }

    private static Stream<Object> ofLeaf(Object value) {
        if (value instanceof Long number) {
            return Stream.<Object>of(number + 1, number - 1, -number - 1, 0L).filter(other -> !other.equals(value));
        }
        if (value instanceof Boolean flag) {
            return Stream.of(!flag);
        }
        String text = (String) value;
        String end = text.substring(text.length() - 1);
        return Stream.of(text + "0", text.substring(1), text.replace(end, end.equals("1") ? "2" : "1"), "");
    }

    private static Stream<Change> ofObject(Map<?, ?> members) {
        Stream<Change> within = members.keySet().stream().flatMap(name -> changesOf(members.get(name))
                .map(change -> change.in(name, with(members, name, change.value))));
        Stream<Change> dropped =
                members.keySet().stream().map(name -> new Change(name + " dropped", without(members, name)));
        return Stream.of(within, dropped, Stream.of(new Change("added", with(members, "more", "x"))))
                .flatMap(changes -> changes);
    }

    private static Stream<Change> ofList(List<?> values) {
        return IntStream.range(0, values.size())
                .boxed()
                .flatMap(i -> Stream.concat(
                        changesOf(values.get(i)).map(change -> change.in(i, with(values, i, List.of(change.value)))),
                        Stream.of(
                                new Change(i + " dropped", with(values, i, List.of())),
                                new Change(i + " doubled", with(values, i, List.of(values.get(i), values.get(i)))),
                                new Change(i + " moved", moved(values, i)))));
    }

    private static Map<Object, Object> with(Map<?, ?> members, Object name, Object value) {
        Map<Object, Object> copy = new TreeMap<>(members);
        copy.put(name, value);
        return copy;
    }

    private static Map<Object, Object> without(Map<?, ?> members, Object name) {
        Map<Object, Object> copy = new TreeMap<>(members);
        copy.remove(name);
        return copy;
    }

    private static List<Object> with(List<?> values, int at, List<?> instead) {
        List<Object> copy = new ArrayList<>(values.subList(0, at));
        copy.addAll(instead);
        copy.addAll(values.subList(at + 1, values.size()));
        return copy;
    }

    /** Put behind all others; the last one before them. */
    private static List<Object> moved(List<?> values, int at) {
        List<Object> copy = with(values, at, List.of());
        copy.add(at == values.size() - 1 ? 0 : copy.size(), values.get(at));
        return copy;
    }

    /** One change, and where it was made. */
    record Change(String where, Object value) {

        Change in(Object place, Object whole) {
            return new Change(place + "/" + where, whole);
        }
    }
}
