package org.knightswatch.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** How long somebody may be silent. */
@ApplicationScoped
public class PresenceSettings implements Settings {

    private final Setting<Duration> missingAfter = Setting.duration(
                    "knightswatch.presence.missing-after", Duration.ofSeconds(15))
            .within(d -> d.toSeconds() >= 2 && d.toMinutes() <= 10, "between PT2S and PT10M")
            .says("Silence after which a candidate is MISSING; pages beat every 5 s, other clients every 10 s.");

    private final Setting<Duration> goneAfter = Setting.duration(
                    "knightswatch.presence.gone-after", Duration.ofMinutes(5))
            .within(d -> d.toSeconds() >= 4 && d.toHours() <= 24, "between PT4S and PT24H")
            .says("Silence after which a candidate is GONE.");

    public Duration missingAfter() {
        return missingAfter.get();
    }

    public Duration goneAfter() {
        return goneAfter.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(missingAfter, goneAfter);
    }
}
