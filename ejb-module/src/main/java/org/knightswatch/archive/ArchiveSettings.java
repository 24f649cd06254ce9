package org.knightswatch.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** Whether this node reads and archives what was recorded, how fast, and where to. */
@ApplicationScoped
public class ArchiveSettings implements Settings {

    private final Setting<Boolean> on = Setting.flag("knightswatch.archive.on", true)
            .says("Whether this node reads, verifies and archives recordings. Switch it off on nodes that only serve"
                    + " people.");

    private final Setting<String> layout = Setting.text("knightswatch.archive.layout", Layout.BY_DEFAULT)
            .within(Layout::isOne, Layout.RULES)
            .says("Where in the bucket recordings are archived. What is archived already stays where it is.");

    private final Setting<Integer> bytesPerSecond = Setting.number("knightswatch.archive.bytes-per-second", 40_000_000)
            .within(n -> n >= 100_000 && n <= 2_000_000_000, "between 100000 and 2000000000")
            .says("How many bytes a second this node's archiver reads, and writes, at most.");

    private final Setting<Integer> atOnce = Setting.number("knightswatch.archive.at-once", 4)
            .within(n -> n >= 1 && n <= 32, "between 1 and 32")
            .says("How many takes this node archives at once; each takes 8 MB of memory.");

    private final Setting<Duration> segmentsKept = Setting.duration(
                    "knightswatch.archive.segments-kept", Duration.ofDays(1))
            .within(d -> !d.isNegative() && d.toDays() <= 3_650, "between PT0S and P3650D")
            .says("How long segments stay in the store after their recording was sealed; then it is verified once more,"
                    + " and they are removed.");

    public boolean on() {
        return on.get();
    }

    Layout layout() {
        return Layout.of(layout.get());
    }

    int bytesPerSecond() {
        return bytesPerSecond.get();
    }

    int atOnce() {
        return atOnce.get();
    }

    Duration segmentsKept() {
        return segmentsKept.get();
    }

    /** The folder in which all of the archive lies by the layout in force, with a slash at its end. */
    public String root() {
        String text = layout.get();
        return text.substring(0, text.indexOf('/') + 1);
    }

    /** Where a recording of a made-up candidate would go, to be looked at. */
    public String example() {
        return layout().place(new ArchivedRecording(
                "default", "MATH-1", "C-42", 1, Track.CAMERA, Instant.parse("2027-03-01T09:00:00Z")));
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(on, layout, bytesPerSecond, atOnce, segmentsKept);
    }
}
