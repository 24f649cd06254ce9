package org.knightswatch.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** How large a roster file may be. */
@ApplicationScoped
public class RosterSettings implements Settings {

    private final Setting<Integer> megabytes = Setting.number("knightswatch.roster.megabytes", 50)
            .within(n -> n >= 1 && n <= 1000, "between 1 and 1000")
            .says("Largest roster file, in megabytes; 100,000 candidates are about 8.");

    public int megabytes() {
        return megabytes.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(megabytes);
    }
}
