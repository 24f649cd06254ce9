package org.knightswatch.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Quality;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** What browsers may record and send, and how long we wait for it. */
@ApplicationScoped
public class RecordingSettings implements Settings {

    private final Setting<Integer> cameraKilobits = Setting.number("knightswatch.recording.camera-kilobits", 252)
            .within(n -> n >= 64 && n <= 8_000, "between 64 and 8000")
            .says("Bitrate of camera and microphone together, in kbit/s; 252 are 113 MB an hour.");

    private final Setting<Integer> screenKilobits = Setting.number("knightswatch.recording.screen-kilobits", 400)
            .within(n -> n >= 64 && n <= 20_000, "between 64 and 20000")
            .says("Bitrate of the screen, in kbit/s.");

    private final Setting<Integer> cameraHeight = Setting.number("knightswatch.recording.camera-height", 360)
            .within(n -> n >= 180 && n <= 1_080, "between 180 and 1080")
            .says("Height of the camera's picture at most, in pixels.");

    private final Setting<Integer> cameraFrames = Setting.number("knightswatch.recording.camera-frames", 15)
            .within(n -> n >= 5 && n <= 30, "between 5 and 30")
            .says("Frames of the camera a second.");

    private final Setting<Integer> screenHeight = Setting.number("knightswatch.recording.screen-height", 1_080)
            .within(n -> n >= 360 && n <= 2_160, "between 360 and 2160")
            .says("Height of the screen's picture at most, in pixels; larger screens are made smaller.");

    private final Setting<Integer> screenFrames = Setting.number("knightswatch.recording.screen-frames", 5)
            .within(n -> n >= 1 && n <= 30, "between 1 and 30")
            .says("Frames of the screen a second.");

    private final Setting<Duration> segment = Setting.duration("knightswatch.recording.segment", Duration.ofSeconds(4))
            .within(d -> d.toSeconds() >= 2 && d.toSeconds() <= 10, "between PT2S and PT10S")
            .says("Length of a segment; PT10S for more than 1,000 candidates at once.");

    private final Setting<Duration> slice = Setting.duration("knightswatch.recording.slice", Duration.ofMillis(100))
            .within(d -> d.toMillis() >= 100 && d.toSeconds() <= 5, "between PT0.1S and PT5S")
            .says("How often the recorder hands over what it has: about what a killed browser may lose.");

    private final Setting<Duration> lateWindow = Setting.duration(
                    "knightswatch.recording.late-window", Duration.ofDays(3))
            .within(d -> !d.isNegative() && d.toDays() <= 60, "between PT0S and P60D")
            .says("How long after the end of an attempt its missing parts may still come.");

    private final Setting<Duration> silence = Setting.duration("knightswatch.recording.silence", Duration.ofSeconds(30))
            .within(d -> d.toSeconds() >= 10 && d.toMinutes() <= 10, "between PT10S and PT10M")
            .says("How long nothing of a running recording may come before that is an alarm; three times as long as"
                    + " segments take to come, if that is longer.");

    private final Setting<Integer> largestSegment = Setting.number(
                    "knightswatch.recording.segment-bytes", 16 * 1024 * 1024)
            .within(n -> n >= 1024 * 1024 && n <= 256 * 1024 * 1024, "between 1048576 and 268435456")
            .says("Largest segment, in bytes.");

    private final Setting<Integer> callsPerSecond = Setting.number("knightswatch.recording.calls-per-second", 20)
            .within(n -> n >= 1 && n <= 1_000, "between 1 and 1000")
            .says("Recording calls of one attempt that are answered a second, on average; ten times as many in a"
                    + " burst.");

    /** Bytes that an attempt may send in a time: three times the policy's bitrate. */
    long quota(ExamView exam, Duration time) {
        long kilobits = exam.tracks().stream()
                .mapToLong(track -> kilobits(track, exam.quality()))
                .sum();
        long seconds = Math.max(time.toSeconds(), Duration.ofHours(1).toSeconds());
        return 3 * kilobits * 1_000 / 8 * seconds;
    }

    /** Bitrate with all that belongs to the track, in kbit/s. */
    public int kilobits(Track track, Quality quality) {
        int usual = (track == Track.CAMERA ? cameraKilobits : screenKilobits).get();
        return switch (quality) {
            case SPARING -> Math.max(64, usual / 2);
            case STANDARD -> usual;
            case FINE -> usual * 3;
        };
    }

    /** Height of the picture at most, in pixels. */
    public int height(Track track, Quality quality) {
        int usual = (track == Track.CAMERA ? cameraHeight : screenHeight).get();
        return switch (quality) {
            case SPARING -> usual / 3 * 2;
            case STANDARD -> usual;
            case FINE -> usual * 2;
        };
    }

    public int frames(Track track) {
        return (track == Track.CAMERA ? cameraFrames : screenFrames).get();
    }

    public Duration segment() {
        return segment.get();
    }

    public Duration slice() {
        return slice.get();
    }

    /** Segments come when they are full, and when they have waited for others for half as long. */
    Duration silence() {
        Duration patient = segment().plus(segment().dividedBy(2)).multipliedBy(3);
        return patient.compareTo(silence.get()) > 0 ? patient : silence.get();
    }

    public Duration lateWindow() {
        return lateWindow.get();
    }

    public int largestSegment() {
        return largestSegment.get();
    }

    int callsPerSecond() {
        return callsPerSecond.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(
                cameraKilobits,
                screenKilobits,
                cameraHeight,
                cameraFrames,
                screenHeight,
                screenFrames,
                segment,
                slice,
                lateWindow,
                silence,
                largestSegment,
                callsPerSecond);
    }
}
