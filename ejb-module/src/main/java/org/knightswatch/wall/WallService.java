package org.knightswatch.wall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptListing;
import org.knightswatch.attempt.AttemptRow;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Presence;
import org.knightswatch.attempt.PresenceView;
import org.knightswatch.attempt.TakeoverView;
import org.knightswatch.attempt.Takeovers;
import org.knightswatch.conversation.ConversationService;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Track;
import org.knightswatch.identity.StaffId;
import org.knightswatch.incident.FlagService;
import org.knightswatch.incident.FlagView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingState;
import org.knightswatch.recording.RecordingSummary;
import org.knightswatch.recording.Recordings;
import org.knightswatch.recording.Silence;
import org.knightswatch.room.HandoverService;
import org.knightswatch.room.RoomId;
import org.knightswatch.room.RoomService;
import org.knightswatch.room.RoomView;
import org.knightswatch.roster.DutyService;

/** Puts together what a proctor sees. */
@Stateless
public class WallService {

    @Inject
    DutyService duties;

    @Inject
    ExamService exams;

    @Inject
    RoomService rooms;

    @Inject
    HandoverService handovers;

    @Inject
    AttemptListing attempts;

    @Inject
    Presence presence;

    @Inject
    Recordings recordings;

    @Inject
    Silence silence;

    @Inject
    ConversationService conversations;

    @Inject
    FlagService flags;

    @Inject
    Takeovers takeovers;

    @Inject
    ServerClock clock;

    /** The wall of a proctor who is on duty in the exam. */
    public WallView of(ExamView exam, StaffId proctor) {
        List<RoomView> watched = watchedRooms(exam, proctor);
        List<AttemptRow> rows = attempts.in(watched.stream().map(RoomView::id).toList());
        return new WallView(
                new WallView.WallExam(exam.code().value(), exam.title(), exam.startsAt(), exam.endsAt()),
                clock.instant(),
                silence.storeAwaySince().orElse(null),
                watched.stream()
                        .map(room -> new WallView.WallRoom(room.id().toString(), room.number(), room.capacity()))
                        .toList(),
                new WallView.Counts(
                        attempts.countCandidates(exam.id()),
                        duties.on(exam.id()).size(),
                        rooms.count(exam.id())),
                handovers.waitingFor(exam.id(), proctor),
                tiles(rows));
    }

    /** The exams that a proctor is on duty in and that go on; the one that ends first comes first. */
    public List<ExamView> watchedExams(StaffId proctor) {
        return duties.of(proctor).stream()
                .map(duty -> exams.require(duty.exam()))
                .filter(exam -> !exam.isOver(clock.instant()))
                .sorted(Comparator.comparing(ExamView::endsAt))
                .toList();
    }

    /** The rooms that a proctor watches now. Refuses whoever is not on duty. */
    public List<RoomView> watchedRooms(ExamView exam, StaffId proctor) {
        if (duties.find(exam.id(), proctor).isEmpty()) {
            throw new ProctoringException(ProblemCode.NOT_ON_DUTY, exam.code());
        }
        return rooms.watchedBy(exam.id(), proctor);
    }

    /** Some attempts, of whatever exams, by the rooms that they are watched in; an earlier one of a candidate is on no wall. */
    public Map<RoomId, List<TileView>> tilesOf(Collection<AttemptId> ids) {
        Map<RoomId, List<TileView>> byRoom = new HashMap<>();
        attempts.newestOf(ids).stream()
                .collect(Collectors.groupingBy(row -> row.attempt().room()))
                .forEach((room, rows) -> byRoom.put(room, tiles(rows)));
        return byRoom;
    }

    /** Tiles of attempts of one exam. */
    private List<TileView> tiles(List<AttemptRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<AttemptId> ids = rows.stream().map(row -> row.attempt().id()).toList();
        List<AttemptView> running =
                rows.stream().map(AttemptRow::attempt).filter(a -> !a.isOver()).toList();
        Map<AttemptId, PresenceView> present = presence.of(rows.get(0).attempt().exam(), running);
        Map<AttemptId, List<RecordingSummary>> saved = recordings.summaries(ids);
        Map<AttemptId, Long> unread = conversations.unread(ids);
        Map<AttemptId, FlagView> gravest = flags.gravest(ids);
        Map<AttemptId, TakeoverView> met = takeovers.of(ids);
        return rows.stream()
                .map(row -> {
                    AttemptId id = row.attempt().id();
                    List<RecordingSummary> recorded = saved.getOrDefault(id, List.of());
                    Alarms alarms = new Alarms(
                            unread.getOrDefault(id, 0L),
                            gravest.get(id),
                            met.get(id),
                            silence.quietest(row.attempt(), recorded).map(TileView.TileQuiet::of));
                    return tile(row, present.get(id), camera(recorded), alarms);
                })
                .toList();
    }

    private static Optional<RecordingSummary> camera(List<RecordingSummary> summaries) {
        return summaries.stream().filter(s -> s.track() == Track.CAMERA).findFirst();
    }

    private static TileView tile(AttemptRow row, PresenceView seen, Optional<RecordingSummary> camera, Alarms alarms) {
        AttemptView attempt = row.attempt();
        FlagView flag = alarms.flag();
        TakeoverView met = alarms.takeover();
        return new TileView(
                attempt.id().toString(),
                row.candidateId(),
                row.name(),
                attempt.number(),
                row.roomNumber(),
                attempt.seat(),
                attempt.state(),
                seen == null ? null : seen.state(),
                seen == null ? null : seen.lastSeenAt(),
                camera.map(RecordingSummary::state).orElse(RecordingState.OPEN),
                camera.map(RecordingSummary::savedAt).orElse(null),
                alarms.quiet().orElse(null),
                attempt.joinedAt(),
                attempt.handUpAt(),
                attempt.pausedSince().orElse(null),
                attempt.extraSeconds(),
                alarms.unread(),
                flag == null ? null : new TileView.TileFlag(flag.severity(), flag.reason(), flag.at()),
                met == null ? null : TileView.TileTakeover.of(met));
    }

    /** What of somebody wants a proctor. */
    private record Alarms(long unread, FlagView flag, TakeoverView takeover, Optional<TileView.TileQuiet> quiet) {}
}
