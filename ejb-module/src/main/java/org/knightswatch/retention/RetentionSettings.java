package org.knightswatch.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.knightswatch.exam.ConsentSettings;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** What happens to recordings of exams that say nothing themselves. */
@ApplicationScoped
public class RetentionSettings implements Settings {

    private final Setting<Boolean> purge = Setting.flag("knightswatch.retention.purge", true)
            .says("Whether recordings are purged when those days are over. False: only those of exams that say"
                    + " themselves how long theirs are kept.");

    @Inject
    ConsentSettings promised;

    /** The rule of exams that have none of their own. */
    RetentionRule byDefault() {
        return new RetentionRule(purge.get() ? promised.retentionDays() : null, false);
    }

    /** What the standard text promises. */
    int promised() {
        return promised.retentionDays();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(purge);
    }
}
