package org.knightswatch.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** How long a proctor may be silent. */
@ApplicationScoped
public class ProctorSettings implements Settings {

    private final Setting<Duration> goneAfter = Setting.duration(
                    "knightswatch.proctor.gone-after", Duration.ofMinutes(5))
            .within(d -> d.toSeconds() >= 4 && d.toHours() <= 24, "between PT4S and PT24H")
            .says("Silence after which the rooms of a proctor on duty are handed over; walls beat every 5 s.");

    public Duration goneAfter() {
        return goneAfter.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(goneAfter);
    }
}
