package org.knightswatch.web.faces;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How far a moment is away, in the words of somebody who looks at a calendar as well as at a clock. */
public final class Moments {

    private static final long FEW_DAYS = 60;

    private Moments() {}

    /** Such as {@code in 25 minutes}, {@code tomorrow}, {@code 3 days ago}. */
    public static String relative(Instant moment, Instant now, ZoneId zone) {
        boolean ahead = moment.isAfter(now);
        Duration away = Duration.between(now, moment).abs();
        if (away.compareTo(Duration.ofDays(1)) < 0) {
            return placed(clock(away), ahead);
        }
        long days = Math.abs(ChronoUnit.DAYS.between(date(now, zone), date(moment, zone)));
        if (days == 1) {
            return ahead ? "tomorrow" : "yesterday";
        }
        return placed(days <= FEW_DAYS ? counted(days, "day") : counted(days / 30, "month"), ahead);
    }

    /** Such as {@code 40 minutes}: rounded to what still matters. */
    static String clock(Duration away) {
        long minutes = away.plusSeconds(30).toMinutes();
        if (minutes < 1) {
            return "less than a minute";
        }
        return minutes < 90
                ? counted(minutes, "minute")
                : counted(away.plusMinutes(30).toHours(), "hour");
    }

    private static LocalDate date(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static String placed(String span, boolean ahead) {
        return ahead ? "in " + span : span + " ago";
    }

    private static String counted(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
