package org.knightswatch.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.recording.RecordingReport.TrackReport;
import org.knightswatch.recording.Recordings.RecordingRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.recording.TakeStory.at;

class RecordingListingTest {

    private static final AttemptId RUNNING = new AttemptId(new UUID(0, 1));
    private static final AttemptId OVER = new AttemptId(new UUID(0, 2));

    private final List<AttemptId> judgedAfresh = new ArrayList<>();
    private final RecordingListing listing = new RecordingListing();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // no container here
    void wire() {
        listing.recordings = new Known();
        listing.reports = new Reports();
    }

    @Test
    void agreesWithTheReportWhileAnAttemptRuns() {
        RecordingSummary shown = shown(RUNNING);

        TrackReport report = listing.reports.report(RUNNING, Track.CAMERA);
        assertThat(shown.recordedSeconds()).isEqualTo(report.recordedSeconds());
        assertThat(shown.expectedSeconds()).isEqualTo(report.expectedSeconds());
        assertThat(shown.gaps()).isEqualTo(report.gaps().size());
        assertThat(shown.missingSeconds()).isEqualTo(5);
    }

    @Test
    void asksForNoReportOfWhatIsSettled() {
        assertThat(shown(OVER).recordedSeconds()).isEqualTo(10);
        assertThat(judgedAfresh).containsExactly(RUNNING);
    }

    @Test
    void showsTheCameraOfEachAttempt() {
        Map<AttemptId, RecordingSummary> cameras = listing.cameras(List.of(RUNNING, OVER));

        assertThat(cameras).containsOnlyKeys(RUNNING, OVER);
        assertThat(cameras.get(RUNNING)).isEqualTo(shown(RUNNING));
    }

    private RecordingSummary shown(AttemptId attempt) {
        return listing.of(new ExamId(new UUID(0, 3)), PageRequest.first(10)).items().stream()
                .map(RecordingRow::summary)
                .filter(summary -> summary.attempt().equals(attempt))
                .findFirst()
                .orElseThrow();
    }

    private static RecordingSummary known(AttemptId attempt, Track track, boolean settled) {
        RecordingState state = settled ? RecordingState.COMPLETE : RecordingState.OPEN;
        return new RecordingSummary(attempt, track, state, settled, 10, 10, 0, 0, at(10), null, settled);
    }

    private static final class Known extends Recordings {

        @Override
        public Page<RecordingRow> list(ExamId exam, PageRequest page) {
            List<RecordingRow> rows = List.of(
                    new RecordingRow("C-1", 1, known(RUNNING, Track.CAMERA, false)),
                    new RecordingRow("C-2", 1, known(OVER, Track.CAMERA, true)));
            return Page.of(rows, page, 2);
        }

        @Override
        public Map<AttemptId, List<RecordingSummary>> summaries(Collection<AttemptId> attempts) {
            return Map.of(
                    RUNNING, List.of(known(RUNNING, Track.CAMERA, false), known(RUNNING, Track.SCREEN, true)),
                    OVER, List.of(known(OVER, Track.CAMERA, true)));
        }
    }

    private final class Reports extends RecordingService {

        @Override
        public TrackReport report(AttemptId id, Track track) {
            judgedAfresh.add(id);
            Gap gap = new Gap(at(20), at(25), 5, GapCause.NETWORK, Gap.CauseBy.CLIENT, false);
            return new TrackReport(
                    track,
                    RecordingState.OPEN,
                    false,
                    70,
                    80,
                    70,
                    at(0),
                    at(80),
                    1,
                    List.of(),
                    List.of(gap),
                    List.of(),
                    null);
        }
    }
}
