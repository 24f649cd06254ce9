package org.knightswatch.wall;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** How long the grants of watchers are good for. */
@ApplicationScoped
public class WatchSettings implements Settings {

    private final Setting<Duration> grantLife = Setting.duration("knightswatch.watch.grant-life", Duration.ofHours(12))
            .within(d -> d.toMinutes() >= 1 && d.toDays() <= 2, "between PT1M and P2D")
            .says("How long relay credentials of a watching proctor are good for.");

    Duration grantLife() {
        return grantLife.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(grantLife);
    }
}
