package org.knightswatch.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.knightswatch.kernel.ServerClock;

/** Writes times as the reader's zone has them. */
@Named("times")
@RequestScoped
public class TimesView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.UK);

    @Inject
    PageZone zone;

    @Inject
    ServerClock clock;

    /** Said once a page, such as {@code Europe/Helsinki (UTC+02:00)}. */
    public String getZone() {
        ZoneOffset offset = at(clock.instant()).getOffset();
        return zone.get().getId() + (offset.equals(ZoneOffset.UTC) ? "" : " (UTC" + offset + ")");
    }

    public String day(Instant moment) {
        return DAY.format(at(moment));
    }

    /** With seconds, where evidence is meant. */
    public String exact(Instant moment) {
        return EXACT.format(at(moment));
    }

    /** From when to when, the day once when it is the same: {@code Tue 24 Nov 2026, 09:00 – 11:00}. */
    public String window(Instant from, Instant to) {
        ZonedDateTime start = at(from);
        ZonedDateTime end = at(to);
        boolean oneDay = start.toLocalDate().equals(end.toLocalDate());
        return DAY.format(start) + ", " + CLOCK.format(start) + " – " + (oneDay ? "" : DAY.format(end) + ", ")
                + CLOCK.format(end);
    }

    public String relative(Instant moment) {
        return Moments.relative(moment, clock.instant(), zone.get());
    }

    private ZonedDateTime at(Instant moment) {
        return moment.atZone(zone.get());
    }
}
