package org.knightswatch.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** How long tokens and the keys behind them live. */
@ApplicationScoped
public class TokenSettings implements Settings {

    private final Setting<Duration> life = Setting.duration("knightswatch.token.life", Duration.ofMinutes(10))
            .within(d -> d.toSeconds() >= 5 && d.toHours() <= 1, "between PT5S and PT1H")
            .says("How long a join token is good for; pages renew it at 80 % of that.");

    private final Setting<Duration> overlap = Setting.duration("knightswatch.token.overlap", Duration.ofSeconds(30))
            .within(d -> !d.isNegative() && d.toMinutes() <= 10, "between PT0S and PT10M")
            .says("How long the old token lives on after it was renewed, for requests that are under way.");

    private final Setting<Duration> uploadLife = Setting.duration("knightswatch.token.upload-life", Duration.ofHours(1))
            .within(d -> d.toSeconds() >= 5 && d.toDays() <= 7, "between PT5S and P7D")
            .says("How long an upload token is good for; the invitation gives the next one.");

    private final Setting<Duration> keyLife = Setting.duration("knightswatch.token.key-life", Duration.ofHours(24))
            .within(d -> d.toMinutes() >= 1 && d.toDays() <= 90, "between PT1M and P90D")
            .says("How long one key signs tokens before the next takes over.");

    private final Setting<Duration> keyLead = Setting.duration("knightswatch.token.key-lead", Duration.ofMinutes(10))
            .within(d -> d.toSeconds() >= 1 && d.toHours() <= 24, "between PT1S and PT24H")
            .says("How long before it signs a key is made, so that every node knows it by then.");

    public Duration life() {
        return life.get();
    }

    public Duration overlap() {
        return overlap.get();
    }

    public Duration uploadLife() {
        return uploadLife.get();
    }

    public Duration keyLife() {
        return keyLife.get();
    }

    public Duration keyLead() {
        return keyLead.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(life, overlap, uploadLife, keyLife, keyLead);
    }
}
