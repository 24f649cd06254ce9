package org.knightswatch.web.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.CompletenessRow;
import org.knightswatch.recording.Gap.CauseBy;
import org.knightswatch.recording.GapCause;
import org.knightswatch.recording.Loss;
import org.knightswatch.recording.RecordingState;
import org.knightswatch.recording.RecordingSummary;

/** Recordings as a test tells of them. */
public final class Recorded {

    private static final Instant NOW = Instant.parse("2026-11-24T11:00:00Z");

    private Recorded() {}

    public static CompletenessRow camera(String candidate, double expected, Loss... losses) {
        double missing = Arrays.stream(losses).mapToDouble(Loss::seconds).sum();
        RecordingSummary summary = new RecordingSummary(
                new AttemptId(new UUID(0, 1)),
                Track.CAMERA,
                RecordingState.INCOMPLETE,
                true,
                expected - missing,
                expected,
                losses.length,
                missing,
                NOW,
                null,
                true);
        return new CompletenessRow(new UUID(0, 2), candidate, "Bo Li", 1, NOW, NOW, summary, List.of(losses));
    }

    public static Loss loss(GapCause cause, double seconds, boolean explained) {
        return new Loss(cause, CauseBy.CLIENT, explained, 1, Math.round(seconds * 1000));
    }
}
