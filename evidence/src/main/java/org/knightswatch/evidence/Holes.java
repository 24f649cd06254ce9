package org.knightswatch.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which segments of which takes were not held when a recording was sealed: no finding, but nothing to keep quiet about. */
final class Holes {

    private final Map<UUID, Entry.Take> takes = new LinkedHashMap<>();
    private final Map<UUID, Integer> expected = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    private Holes() {}

    /** A sentence for each. */
    static List<String> of(ManifestBody body) {
        Holes holes = new Holes();
        body.entries().forEach(holes::read);
        holes.takes.values().forEach(holes::end);
        return holes.sentences;
    }

    private void read(Entry entry) {
        if (entry instanceof Entry.Take take) {
            takes.put(take.takeId(), take);
            expected.put(take.takeId(), 0);
        } else if (entry instanceof Entry.Segment segment && takes.containsKey(segment.takeId())) {
            hole(takes.get(segment.takeId()), segment.sequence() - 1);
            expected.put(segment.takeId(), segment.sequence() + 1);
        }
    }

    private void end(Entry.Take take) {
        if (take.lastSequence() != null) {
            hole(take, take.lastSequence());
        }
    }

    private void hole(Entry.Take take, int last) {
        int first = expected.get(take.takeId());
        if (first <= last) {
            String which = first == last ? "segment " + first + " was" : "segments " + first + " to " + last + " were";
            sentences.add(which + " missing of take " + take.number() + " when it was sealed");
        }
    }
}
