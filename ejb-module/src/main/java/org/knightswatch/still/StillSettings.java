package org.knightswatch.still;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** How often walls keep a still. */
@ApplicationScoped
public class StillSettings implements Settings {

    private final Setting<Duration> every = Setting.duration("knightswatch.still.every", Duration.ofMinutes(3))
            .within(
                    d -> d.isZero() || (d.toSeconds() >= 30 && d.toMinutes() <= 60),
                    "PT0S for never, or between PT30S and PT1H")
            .says(
                    "How often, on average, a still of the live picture of each candidate on a wall is kept, at moments of"
                            + " chance.");

    public Duration every() {
        return every.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(every);
    }
}
