package org.knightswatch.wall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptListing;
import org.knightswatch.attempt.AttemptRow;
import org.knightswatch.attempt.Presence;
import org.knightswatch.attempt.PresenceView;
import org.knightswatch.attempt.Seated;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.Quiet;
import org.knightswatch.recording.Silence;
import org.knightswatch.room.DutyListing;
import org.knightswatch.room.DutyRow;
import org.knightswatch.room.HandoverService;
import org.knightswatch.room.ProctorPresence;
import org.knightswatch.room.ProctorSign;
import org.knightswatch.room.RoomService;
import org.knightswatch.room.RoomView;
import org.knightswatch.roster.DutyService;
import org.knightswatch.wall.RoomsView.CandidateLine;
import org.knightswatch.wall.RoomsView.PresentLine;
import org.knightswatch.wall.RoomsView.ProctorLine;
import org.knightswatch.wall.RoomsView.RoomLine;
import org.knightswatch.wall.RoomsView.SilenceLine;
import org.knightswatch.wall.RoomsView.WatcherLine;

/** Puts together who watches what in an exam, and what nobody watches. */
@Stateless
public class RoomsOverview {

    private static final int FOUND_AT_MOST = 20;
    private static final int SILENCES_AT_MOST = 5;

    @Inject
    RoomService rooms;

    @Inject
    DutyService duties;

    @Inject
    DutyListing listing;

    @Inject
    ProctorPresence proctors;

    @Inject
    HandoverService handovers;

    @Inject
    AttemptListing attempts;

    @Inject
    Presence presence;

    @Inject
    Silence silence;

    @Inject
    ServerClock clock;

    public RoomsView of(ExamView exam) {
        Map<UUID, Long> seated = listing.candidates(exam.id());
        List<DutyRow> on = listing.on(exam.id());
        Attendance now = now(exam.id());
        return new RoomsView(
                new WallView.WallExam(exam.code().value(), exam.title(), exam.startsAt(), exam.endsAt()),
                clock.instant(),
                silence.storeAwaySince().orElse(null),
                exam.proctorsPerRoom(),
                lines(exam, on, seated, now.byRoom()),
                proctors(exam, on, seated),
                handovers.of(exam.id()),
                silences(now.silent()));
    }

    /** Those who take part and whose name or id holds {@code part}; the first few by name. */
    public List<CandidateLine> search(ExamId exam, String part) {
        return attempts.search(exam, part, FOUND_AT_MOST).stream()
                .map(RoomsOverview::candidate)
                .toList();
    }

    private static CandidateLine candidate(AttemptRow row) {
        return new CandidateLine(
                row.attempt().id().toString(),
                row.candidateId(),
                row.name(),
                row.attempt().room().toString(),
                row.roomNumber(),
                row.attempt().seat());
    }

    private Attendance now(ExamId exam) {
        List<Seated> running = attempts.running(exam);
        Map<AttemptId, PresenceView> seen =
                presence.of(exam, running.stream().collect(Collectors.toMap(Seated::attempt, Seated::joinedAt)));
        return new Attendance(running, seen, silence.of(exam));
    }

    private List<SilenceLine> silences(List<Quiet> silent) {
        List<Quiet> worst = silent.stream().limit(SILENCES_AT_MOST).toList();
        Map<AttemptId, AttemptRow> rows = attempts
                .newestOf(worst.stream().map(Quiet::attempt).toList())
                .stream()
                .collect(Collectors.toMap(row -> row.attempt().id(), Function.identity()));
        return worst.stream()
                .filter(one -> rows.containsKey(one.attempt()))
                .map(one -> new SilenceLine(candidate(rows.get(one.attempt())), one.track(), one.since()))
                .toList();
    }

    private List<RoomLine> lines(
            ExamView exam, List<DutyRow> on, Map<UUID, Long> seated, Map<UUID, PresentLine> present) {
        Map<UUID, Instant> abandoned = handovers.abandoned(exam.id());
        return rooms.all(exam.id()).stream()
                .map(room -> {
                    UUID id = room.id().value();
                    List<WatcherLine> watchers = watchers(on, room);
                    return new RoomLine(
                            room.id().toString(),
                            room.number(),
                            room.group(),
                            room.capacity(),
                            seated.getOrDefault(id, 0L),
                            present.getOrDefault(id, new PresentLine(0, 0, 0, 0, 0)),
                            watchers,
                            watchers.isEmpty() && exam.proctorsPerRoom() > 0
                                    ? abandoned.getOrDefault(id, room.openedAt())
                                    : null);
                })
                .sorted(Comparator.comparing((RoomLine line) -> line.unwatchedSince() == null)
                        .thenComparing(line -> line.unwatchedSince() == null || line.seated() == 0)
                        .thenComparing(RoomLine::number))
                .toList();
    }

    private static List<WatcherLine> watchers(List<DutyRow> on, RoomView room) {
        return on.stream()
                .filter(duty -> duty.rooms().contains(room.number()))
                .map(duty -> new WatcherLine(duty.proctor(), duty.displayName()))
                .toList();
    }

    private List<ProctorLine> proctors(ExamView exam, List<DutyRow> on, Map<UUID, Long> seated) {
        Map<UUID, ProctorSign> signs = proctors.of(exam, duties.on(exam.id()));
        Map<Integer, Long> byNumber = rooms.all(exam.id()).stream()
                .collect(Collectors.toMap(
                        RoomView::number, room -> seated.getOrDefault(room.id().value(), 0L)));
        return on.stream()
                .map(duty -> new ProctorLine(
                        duty.proctor(),
                        duty.displayName(),
                        duty.since(),
                        duty.goneAt() != null,
                        signs.containsKey(duty.id()) ? signs.get(duty.id()).heardAt() : null,
                        duty.rooms(),
                        duty.rooms().stream()
                                .mapToLong(number -> byNumber.getOrDefault(number, 0L))
                                .sum()))
                .toList();
    }
}
