package org.knightswatch.evidence;

import java.util.Locale;

/** Lengths of time as people read them. */
final class Clock {

    private Clock() {}

    /** Hours, minutes, seconds and thousandths. */
    static String of(long millis) {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1_000 % 60,
                millis % 1_000);
    }
}
