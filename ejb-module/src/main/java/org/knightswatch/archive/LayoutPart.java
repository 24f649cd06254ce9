package org.knightswatch.archive;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a layout may name. No part tells who somebody is. */
enum LayoutPart {
    ENVIRONMENT,
    EXAM,
    CANDIDATE,
    ATTEMPT,
    TRACK,
    YEAR,
    MONTH,
    DAY,
    HOUR;

    /** Without one of these two recordings could share a place; exam codes are unique in all environments. */
    static final Set<LayoutPart> NEEDED = EnumSet.of(EXAM, CANDIDATE, ATTEMPT, TRACK);

    static LayoutPart named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean isOfFixedLength() {
        return compareTo(YEAR) >= 0;
    }

    String of(ArchivedRecording what) {
        return switch (this) {
            case ENVIRONMENT -> PathPart.of(what.environment());
            case EXAM -> PathPart.of(what.exam());
            case CANDIDATE -> PathPart.of(what.candidate());
            case ATTEMPT -> Integer.toString(what.attempt());
            case TRACK -> what.track().word();
            case YEAR -> started(what, "uuuu");
            case MONTH -> started(what, "MM");
            case DAY -> started(what, "dd");
            case HOUR -> started(what, "HH");
        };
    }

    private static String started(ArchivedRecording what, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(what.startedAt());
    }
}
