package org.knightswatch.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** How much guessing is allowed at the sign-in page. */
@ApplicationScoped
public class SignInSettings implements Settings {

    private final Setting<Integer> tries = Setting.number("knightswatch.signin.tries", 5)
            .within(n -> n >= 2 && n <= 100, "between 2 and 100")
            .says("Wrong passwords in a row after which an account rests.");

    private final Setting<Duration> rest = Setting.duration("knightswatch.signin.rest", Duration.ofMinutes(5))
            .within(
                    d -> !d.minusSeconds(1).isNegative() && d.compareTo(Duration.ofDays(1)) <= 0,
                    "between PT1S and P1D")
            .says("How long an account rests after too many wrong passwords.");

    public int tries() {
        return tries.get();
    }

    public Duration rest() {
        return rest.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(tries, rest);
    }
}
