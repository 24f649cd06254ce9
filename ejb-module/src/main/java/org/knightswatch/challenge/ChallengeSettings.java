package org.knightswatch.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** Whether pages show tones and colours, and how often. */
@ApplicationScoped
public class ChallengeSettings implements Settings {

    private final Setting<String> ffmpeg = Setting.text("knightswatch.ffmpeg", "")
            .says(
                    "The program ffmpeg, by its path. With it, candidates' pages play a soft tone and show a coloured bar at"
                            + " moments of chance, and the archiver looks for both in the recordings. Empty: they don't.");

    private final Setting<Duration> every = Setting.duration("knightswatch.challenge.every", Duration.ofMinutes(5))
            .within(d -> d.toSeconds() >= 15 && d.toHours() < 1, "between PT15S and PT59M")
            .says("How often, on average, a page does so.");

    /** Whether any of it is done. */
    public boolean on() {
        return !ffmpeg().isEmpty();
    }

    String ffmpeg() {
        return ffmpeg.get();
    }

    Duration every() {
        return every.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(ffmpeg, every);
    }
}
