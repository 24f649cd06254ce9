package org.knightswatch.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** How often the store is compared with the rows, and how gently. */
@ApplicationScoped
public class ReconciliationSettings implements Settings {

    private final Setting<Duration> every = Setting.duration("knightswatch.reconciliation.every", Duration.ofDays(1))
            .within(ReconciliationSettings::isInterval, "between PT1M and P365D")
            .says("How often the objects of a recording are compared with its rows until it is sealed.");

    private final Setting<Duration> sealedEvery = Setting.duration(
                    "knightswatch.reconciliation.sealed-every", Duration.ofDays(30))
            .within(ReconciliationSettings::isInterval, "between PT1M and P365D")
            .says("How often the objects of a sealed recording are compared with its manifest, and the whole store is"
                    + " looked through for folders that nobody knows.");

    private final Setting<Integer> questionsPerSecond = Setting.number(
                    "knightswatch.reconciliation.questions-per-second", 50)
            .within(n -> n >= 1 && n <= 10_000, "between 1 and 10000")
            .says("How many questions a second this node asks the store for it, at most.");

    Duration every() {
        return every.get();
    }

    Duration sealedEvery() {
        return sealedEvery.get();
    }

    int questionsPerSecond() {
        return questionsPerSecond.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(every, sealedEvery, questionsPerSecond);
    }

    private static boolean isInterval(Duration interval) {
        return interval.toMinutes() >= 1 && interval.toDays() <= 365;
    }
}
