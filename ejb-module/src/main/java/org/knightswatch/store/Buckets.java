package org.knightswatch.store;

import java.util.Collection;
import java.util.Set;

/**
 * Which bucket an object lies in. What browsers upload comes and goes; what is archived stays, and may lie in a bucket of
 * its own that is locked.
 *
 * @param ingest where browsers upload to, and others bring what they recorded
 * @param evidence where everything else lies; may be the same
 */
record Buckets(String ingest, String evidence) {

    /** The first folders of what browsers touch, and of what others bring. */
    private static final Set<String> INGEST = Set.of("segments", "line-check", "imports");

    String of(ObjectKey key) {
        return of(key.value());
    }

    /** A prefix may be listed when it names the first folder as a whole. */
    String of(String prefix) {
        int slash = prefix.indexOf('/');
        return INGEST.contains(slash < 0 ? prefix : prefix.substring(0, slash)) ? ingest : evidence;
    }

    Collection<String> all() {
        return ingest.equals(evidence) ? Set.of(ingest) : Set.of(ingest, evidence);
    }
}
