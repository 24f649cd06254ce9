package org.knightswatch.kernel;

import java.time.Duration;

/**
 * How long to wait before what did not work is tried again: each time twice as long, so that whoever does not answer is
 * left in peace, until so many doublings are reached.
 */
public record GrowingWait(Duration first, int doublings) {

    /** For stores and services that may be back in a moment: from five seconds to twenty minutes. */
    public static final GrowingWait SECONDS_TO_MINUTES = new GrowingWait(Duration.ofSeconds(5), 8);

    /**
     * How long to wait now.
     *
     * @param tries how often it was tried before this time: 0 gives the first wait
     */
    public Duration after(int tries) {
        return first.multipliedBy(1L << Math.max(0, Math.min(tries, doublings)));
    }
}
