package org.knightswatch.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.knightswatch.retention.PurgeView;

/** How removals and amounts are shown to administrators. */
@Named("retentionSigns")
@ApplicationScoped
public class RetentionSigns {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    public String icon(PurgeView purge) {
        return purge.purgedAt() != null ? "check" : troubled(purge) ? "alert" : "clock";
    }

    public String tone(PurgeView purge) {
        return purge.purgedAt() != null ? "kw-s-idle" : troubled(purge) ? "kw-s-bad" : "kw-s-info";
    }

    public String words(PurgeView purge) {
        if (purge.purgedAt() != null) {
            return "Purged";
        }
        if (!purge.refused().isEmpty()) {
            return "The store refuses";
        }
        return purge.fault() != null ? "Not yet" : "Being purged";
    }

    /** What keeps it from being done; empty when nothing does. */
    public String trouble(PurgeView purge) {
        return purge.refused().isEmpty() ? purge.fault() : String.join("; ", purge.refused());
    }

    /** Such as {@code 4.1 GB}, in decimal units. */
    public String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1_000 && unit < UNITS.length - 1) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.UK, unit > 0 && value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    private static boolean troubled(PurgeView purge) {
        return purge.fault() != null || !purge.refused().isEmpty();
    }
}
