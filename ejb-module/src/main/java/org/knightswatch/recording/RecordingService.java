package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Sightings;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingReport.TrackReport;

/**
 * Says what is known of a recording. Every answer is judged afresh from the rows, or from the manifest that they were folded
 * into: that comes from the store, so what is asked of such a recording has no transaction around it.
 */
@Stateless
public class RecordingService {

    private static final Duration AROUND = Duration.ofMinutes(1);

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    Takes takes;

    @Inject
    HeldSegments segments;

    @Inject
    Recordings recordings;

    @Inject
    Sightings sightings;

    @Inject
    Outages outages;

    @Inject
    KeptCopies copies;

    @Inject
    RecordingSettings settings;

    @Inject
    ServerClock clock;

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public RecordingReport report(AttemptId id) {
        AttemptView attempt = attempts.require(id);
        return new RecordingReport(exams.require(attempt.exam()).tracks().stream()
                .map(track -> report(attempt, track))
                .toList());
    }

    public TrackReport report(AttemptId id, Track track) {
        return report(attempts.require(id), track);
    }

    /** The HLS playlist of a track's fragmented MP4 takes. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public String playlist(AttemptId id, Track track) {
        recordings.requireThere(id);
        boolean growing = !attempts.require(id).isOver();
        return playable(Playlist.of(held(id, track), growing));
    }

    /** The same of one take alone: a player that shows one after the other need not wait for the end of an earlier one. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public String playlist(AttemptId id, Track track, TakeId takeId) {
        recordings.requireThere(id);
        boolean running = !attempts.require(id).isOver();
        List<HeldTake> one = held(id, track).stream()
                .filter(held -> held.take().id().equals(takeId))
                .toList();
        boolean growing = running && !one.stream().allMatch(HeldTake::isWhole);
        return playable(Playlist.of(one, growing));
    }

    /** All takes of a track with what is held of them, for players that need more than a playlist. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<TakeIndex> index(AttemptId id, Track track) {
        attempts.require(id);
        return held(id, track).stream().map(TakeIndex::of).toList();
    }

    /** Takes with the ranges of sequences that are held: what a browser that comes back needs to know. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<TakeProgress> progress(AttemptId id) {
        recordings.requireKept(id);
        return takes.of(id).stream()
                .map(take -> new TakeProgress(
                        take.id(),
                        take.track(),
                        take.isClosed() ? "CLOSED" : "OPEN",
                        take.lastSequence(),
                        Sequences.ranges(segments.sequences(take))))
                .toList();
    }

    /** Refuses when the time in which missing parts may still come is over. */
    public void requireLateWindow(AttemptView attempt) {
        if (attempt.isOver() && clock.instant().isAfter(attempt.endedAt().plus(settings.lateWindow()))) {
            throw new ProctoringException(
                    ProblemCode.LATE_WINDOW_OVER, settings.lateWindow().toHours());
        }
    }

    /** The report, and what in it somebody should look at. */
    public Judged judge(AttemptId id, Track track) {
        AttemptView attempt = attempts.require(id);
        Circumstances circumstances = circumstances(attempt);
        List<HeldTake> held = held(id, track);
        return new Judged(report(attempt, track, held, circumstances), new Doubts(attempt, held, circumstances).all());
    }

    private static String playable(String playlist) {
        if (playlist.isEmpty()) {
            throw new ProctoringException(ProblemCode.PLAYLIST_EMPTY);
        }
        return playlist;
    }

    private TrackReport report(AttemptView attempt, Track track) {
        return recordings.remainder(attempt, track).orElseGet(() -> {
            TrackReport own = report(attempt, track, held(attempt.id(), track), circumstances(attempt));
            return Coverage.with(own, copies.of(attempt.id(), track));
        });
    }

    private Circumstances circumstances(AttemptView attempt) {
        Instant end = attempt.isOver() ? attempt.endedAt() : clock.instant();
        Interval around = new Interval(attempt.joinedAt(), end).widened(AROUND);
        return new Circumstances(new ArrayList<>(sightings.of(attempt.id())), outages.within(around));
    }

    private TrackReport report(AttemptView attempt, Track track, List<HeldTake> held, Circumstances circumstances) {
        Judgement judgement = new Judgement(attempt, held, circumstances, settings.lateWindow(), clock.instant());
        return judgement.of(track, recordings.playlistVersion(attempt.id(), track));
    }

    private List<HeldTake> held(AttemptId id, Track track) {
        return takes.of(id).stream()
                .filter(take -> take.track() == track)
                .map(take -> HeldTake.of(take, segments.of(take)))
                .toList();
    }

    /** What came of judging a track. */
    record Judged(TrackReport report, List<Doubt> doubts) {}
}
