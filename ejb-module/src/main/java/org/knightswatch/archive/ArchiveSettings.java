package org.knightswatch.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** Whether this node reads what was recorded. */
@ApplicationScoped
public class ArchiveSettings implements Settings {

    private final Setting<Boolean> on = Setting.flag("knightswatch.archive.on", true)
            .says("Whether this node reads and verifies recordings. Switch it off on nodes that only serve people.");

    boolean on() {
        return on.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(on);
    }
}
