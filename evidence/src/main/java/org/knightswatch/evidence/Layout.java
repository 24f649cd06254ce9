package org.knightswatch.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Holds a manifest against itself: every segment has its take, and the segments of a take fill its object from the first
 * byte to the last, in the order of their sequences, without a hole and without an overlap.
 */
final class Layout {

    private final ManifestBody body;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, ArchivedObject> objects = new HashMap<>();
    private final Map<UUID, Extent> takes = new LinkedHashMap<>();
    private final Map<Object, UUID> owners = new HashMap<>();

    private Layout(ManifestBody body) {
        this.body = body;
    }

    /** Refuses a body that contradicts itself. */
    static void check(ManifestBody body) {
        List<Finding> findings = findings(body);
        if (!findings.isEmpty()) {
            throw new ManifestException(findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        }
    }

    static List<Finding> findings(ManifestBody body) {
        Layout layout = new Layout(body);
        layout.read();
        return layout.findings;
    }

    /** The segments of each object, by its name, as far as they lie in it one behind the other. */
    static Map<String, List<Entry.Segment>> segments(ManifestBody body) {
        Map<UUID, List<Entry.Segment>> byTake = new HashMap<>();
        Map<String, List<Entry.Segment>> byObject = new HashMap<>();
        for (Entry entry : body.entries()) {
            if (entry instanceof Entry.Take take && take.object() != null) {
                byTake.put(take.takeId(), byObject.computeIfAbsent(take.object(), name -> new ArrayList<>()));
            } else if (entry instanceof Entry.Segment segment) {
                addNext(byTake.getOrDefault(segment.takeId(), new ArrayList<>()), segment);
            }
        }
        return byObject;
    }

    private static void addNext(List<Entry.Segment> segments, Entry.Segment segment) {
        Entry.Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (segment.offset() == (last == null ? 0 : last.end())) {
            segments.add(segment);
        }
    }

    private void read() {
        for (ArchivedObject object : body.objects()) {
            if (objects.put(object.name(), object) != null) {
                wrong(object.name(), "stands twice among the objects");
            }
        }
        for (int i = 0; i < body.entries().size(); i++) {
            String where = "entry " + (i + 1);
            Entry entry = body.entries().get(i);
            if (entry instanceof Entry.Take take) {
                take(where, take);
            } else if (entry instanceof Entry.Segment segment) {
                segment(where, segment);
            }
        }
        takes.values().forEach(this::end);
    }

    private void take(String where, Entry.Take take) {
        if (takes.put(take.takeId(), new Extent(take)) != null) {
            wrong(where, "take " + take.takeId() + " stands twice");
        }
        if (owners.put(take.number(), take.takeId()) != null) {
            wrong(where, "another take has the number " + take.number());
        }
        if (take.object() == null) {
            return;
        }
        if (!objects.containsKey(take.object())) {
            wrong(where, "take " + take.number() + " is said to be in " + take.object() + ", which is no object here");
        }
        if (owners.put(take.object(), take.takeId()) != null) {
            wrong(where, "another take is in " + take.object() + ", too");
        }
    }

    private void segment(String where, Entry.Segment segment) {
        Extent extent = takes.get(segment.takeId());
        if (extent == null) {
            wrong(where, "a segment of take " + segment.takeId() + ", which does not stand before it");
            return;
        }
        String name = "segment " + segment.sequence() + " of take " + extent.take.number();
        if (segment.sequence() <= extent.sequence) {
            wrong(where, name + " stands behind segment " + extent.sequence);
        }
        if (extent.take.lastSequence() != null && segment.sequence() > extent.take.lastSequence()) {
            wrong(where, name + " is behind the last, " + extent.take.lastSequence());
        }
        if (segment.offset() != extent.end) {
            wrong(where, name + " begins at byte " + segment.offset() + ", not at byte " + extent.end);
        }
        extent.sequence = segment.sequence();
        extent.end = segment.end();
    }

    private void end(Extent extent) {
        ArchivedObject object = objects.get(extent.take.object());
        String name = "take " + extent.take.number();
        if (extent.take.object() == null && extent.end > 0) {
            wrong(name, "has segments and no object");
        }
        if (object != null && object.bytes() != extent.end) {
            wrong(name, "has segments up to byte " + extent.end + " of the " + object.bytes() + " of " + object.name());
        }
    }

    private void wrong(String where, String text) {
        findings.add(new Finding(Finding.Kind.LAYOUT, where, text));
    }

    /** How far the segments of a take have come. */
    private static final class Extent {

        private final Entry.Take take;
        private int sequence = -1;
        private long end;

        private Extent(Entry.Take take) {
            this.take = take;
        }
    }
}
