package org.knightswatch.browser;

import java.util.List;

/**
 * What of a recording is lost, by the times of day that its own frames show. All in milliseconds of one machine's clock.
 */
final class Loss {

    private final List<Long> frames;

    /** @param frames when each frame was taken, in any order */
    Loss(List<Long> frames) {
        this.frames = frames.stream().sorted().toList();
    }

    /** What an end of a page cost, besides the time in which there was none. */
    Cost around(long gone, long begun) {
        long last = frames.stream()
                .filter(at -> at <= gone)
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        long next = frames.stream()
                .filter(at -> at > gone)
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
        return new Cost(gone - last, Math.max(0, next - begun));
    }

    /** The longest time without a frame between two moments. */
    long longestWithin(long from, long to) {
        long longest = 0;
        long before = from;
        for (long at : frames.stream().filter(at -> at > from && at < to).toList()) {
            longest = Math.max(longest, at - before);
            before = at;
        }
        return Math.max(longest, to - before);
    }

    /** From the last frame to the page's end, and from the next page's first line to the first frame. */
    record Cost(long tail, long head) {

        long lost() {
            return tail + head;
        }
    }
}
