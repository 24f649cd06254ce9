package org.knightswatch.recording;

import java.util.List;
import java.util.Set;

/**
 * What came of reading all bytes that are held of a take.
 *
 * @param firstMillis media time of the first sample
 * @param measured every segment that went to the archive; their times count if they are readable
 * @param faulty sequences whose bytes are gone or not those that were proved
 * @param readable all of it makes sense as media
 * @param archived null when there were no bytes
 */
public record Reading(
        long firstMillis, List<Measured> measured, Set<Integer> faulty, boolean readable, ArchivedTake archived) {

    /** Whether it is all of a take from its beginning to its end, and media. */
    boolean isSound() {
        return faulty.isEmpty() && (readable || measured.isEmpty());
    }

    /** Whether something is missing before the last segment that was read. */
    boolean hasHole() {
        return !measured.isEmpty() && measured.get(measured.size() - 1).sequence() != measured.size() - 1;
    }

    /**
     * What the bytes of a segment cover.
     *
     * @param startMillis media time as the container counts it
     */
    public record Measured(int sequence, long startMillis, long durationMillis) {}
}
