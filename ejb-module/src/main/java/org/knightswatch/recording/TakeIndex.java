package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;

/**
 * A take with everything of it that can be played.
 *
 * @param file where all of it lies, its segments one behind the other, relative to the calls about the recording; null:
 *     they are read one by one
 * @param segments each as sequence, start and duration in milliseconds, and bytes
 */
public record TakeIndex(
        TakeId takeId, int number, String mimeType, Instant startedAt, String file, List<long[]> segments) {

    static TakeIndex of(HeldTake held) {
        TakeView take = held.take();
        return new TakeIndex(
                take.id(),
                take.number(),
                take.mimeType(),
                take.startedAt(),
                take.archived() == null ? null : take.path(),
                held.segments().stream()
                        .map(s -> new long[] {s.sequence(), s.startMillis(), s.durationMillis(), s.bytes()})
                        .toList());
    }
}
