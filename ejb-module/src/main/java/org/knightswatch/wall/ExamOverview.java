package org.knightswatch.wall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptListing;
import org.knightswatch.attempt.AttemptRow;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Presence;
import org.knightswatch.attempt.PresenceState;
import org.knightswatch.attempt.PresenceView;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.recording.RecordingListing;
import org.knightswatch.recording.RecordingState;
import org.knightswatch.recording.RecordingSummary;
import org.knightswatch.recording.Recordings;
import org.knightswatch.room.RoomId;
import org.knightswatch.room.RoomService;
import org.knightswatch.room.RoomView;
import org.knightswatch.wall.OverviewRows.AttemptLine;
import org.knightswatch.wall.OverviewRows.RecordingLine;
import org.knightswatch.wall.OverviewRows.RoomLine;
import org.knightswatch.wall.OverviewRows.RoomRef;
import org.knightswatch.wall.OverviewRows.SeatLine;

/** Lists what goes on in an exam: its rooms, attempts and recordings. */
@Stateless
public class ExamOverview {

    @Inject
    RoomService rooms;

    @Inject
    AttemptListing attempts;

    @Inject
    Presence presence;

    @Inject
    Recordings recordings;

    @Inject
    RecordingListing recordingListing;

    public Page<RoomLine> rooms(ExamView exam, PageRequest page) {
        Page<RoomView> found = rooms.list(exam.id(), page);
        List<RoomId> ids = found.items().stream().map(RoomView::id).toList();
        List<AttemptRow> seated = attempts.in(ids);
        Map<AttemptId, PresenceView> present = present(exam, seated);
        return found.map(room -> new RoomLine(
                room.id().toString(),
                room.number(),
                room.capacity(),
                seated.stream()
                        .filter(row -> row.attempt().room().equals(room.id()))
                        .map(row -> new SeatLine(
                                row.candidateId(),
                                row.attempt().seat(),
                                row.attempt().id().toString(),
                                state(present, row)))
                        .toList(),
                rooms.proctorsOf(room.id())));
    }

    public Page<AttemptLine> attempts(ExamView exam, Optional<AttemptState> state, PageRequest page) {
        Page<AttemptRow> found = attempts.of(exam.id(), state, page);
        Map<AttemptId, PresenceView> present = present(exam, found.items());
        Map<AttemptId, List<RecordingSummary>> summaries = summaries(found);
        return found.map(row -> new AttemptLine(
                row.attempt().id().toString(),
                row.candidateId(),
                row.attempt().number(),
                row.attempt().state(),
                state(present, row),
                new RoomRef(row.attempt().room().toString(), row.roomNumber()),
                row.attempt().seat(),
                summaries.getOrDefault(row.attempt().id(), List.of()).stream()
                        .filter(summary -> summary.track() == Track.CAMERA)
                        .findFirst()
                        .map(RecordingSummary::state)
                        .orElse(RecordingState.OPEN)));
    }

    public Page<RecordingLine> recordings(ExamView exam, PageRequest page) {
        return recordingListing.of(exam.id(), page).map(row -> {
            RecordingSummary summary = row.summary();
            return new RecordingLine(
                    summary.attempt().toString(),
                    row.candidateId(),
                    row.number(),
                    summary.track(),
                    summary.state(),
                    summary.recordedSeconds(),
                    summary.expectedSeconds(),
                    summary.gaps());
        });
    }

    private Map<AttemptId, List<RecordingSummary>> summaries(Page<AttemptRow> page) {
        return recordings.summaries(
                page.items().stream().map(row -> row.attempt().id()).toList());
    }

    private Map<AttemptId, PresenceView> present(ExamView exam, List<AttemptRow> rows) {
        List<AttemptView> running =
                rows.stream().map(AttemptRow::attempt).filter(a -> !a.isOver()).toList();
        return presence.of(exam.id(), running);
    }

    private static PresenceState state(Map<AttemptId, PresenceView> present, AttemptRow row) {
        return Optional.ofNullable(present.get(row.attempt().id()))
                .map(PresenceView::state)
                .orElse(null);
    }
}
