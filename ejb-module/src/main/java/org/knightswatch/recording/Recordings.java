package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptEnded;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptStarted;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingReport.TrackReport;

/** The rows of recordings: made with the attempt, judged when something changed. */
@Stateless
public class Recordings {

    /** While parts keep coming, one judgement will do for all that come in this time. */
    private static final Duration GATHERED = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    ExamService exams;

    @Inject
    RowClaims claims;

    @Inject
    ServerClock clock;

    public void onStarted(@Observes AttemptStarted event) {
        Instant now = clock.instant();
        for (Track track : exams.require(event.place().exam()).tracks()) {
            Recording recording = new Recording(event.place().attempt(), track, now);
            recording.judgeSoon(now.plus(GATHERED));
            entities.persist(recording);
        }
    }

    public void onEnded(@Observes AttemptEnded event) {
        Instant now = clock.instant();
        entities.createQuery("select r from Recording r where r.attemptId = :attempt", Recording.class)
                .setParameter("attempt", event.place().attempt().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(recording -> recording.judgeSoon(now));
    }

    public void saved(AttemptId attempt, Track track) {
        lock(attempt, track).ifPresent(recording -> recording.saved(clock.instant(), GATHERED));
    }

    /** Players that have read the playlist ask for it anew: it did not only grow. */
    public void rewritten(AttemptId attempt, Track track) {
        lock(attempt, track).ifPresent(Recording::rewritten);
    }

    public void judgeSoon(AttemptId attempt, Track track) {
        lock(attempt, track).ifPresent(recording -> recording.judgeSoon(clock.instant()));
    }

    /** Refuses what would come too late to be in a manifest that is signed, or about to be. */
    public void requireUnsealed(AttemptId attempt, Track track) {
        if (lock(attempt, track).filter(Recording::isSealed).isPresent()) {
            throw new ProctoringException(ProblemCode.RECORDING_SEALED);
        }
    }

    /** Refuses what would be added to a recording that is purged, or about to be. */
    public void requireKept(AttemptId attempt) {
        if (of(attempt).stream().anyMatch(Recording::isGoing)) {
            throw new ProctoringException(ProblemCode.RECORDING_PURGED);
        }
    }

    /** Refuses to show what was purged. */
    public void requireThere(AttemptId attempt) {
        if (of(attempt).stream().anyMatch(Recording::isPurged)) {
            throw new ProctoringException(ProblemCode.RECORDING_PURGED);
        }
    }

    /** What is left to tell of a recording that was purged; empty for one that was not. */
    public Optional<TrackReport> remainder(AttemptView attempt, Track track) {
        Instant now = clock.instant();
        return find(attempt.id(), track)
                .filter(Recording::isPurged)
                .map(recording ->
                        TrackReport.remainder(recording.summary(now), attempt.endedAt(), recording.playlistVersion()));
    }

    /** Takes some that are due for judging; whoever takes them judges them in the same transaction. */
    public List<DueRecording> claimDue(int most) {
        Instant now = clock.instant();
        List<UUID> due = entities.createQuery(
                        "select r.id from Recording r where r.judgeAt <= :now order by r.judgeAt", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        return claims.claim(Recording.class, due, most, recording -> recording.isDue(now)).stream()
                .map(recording -> new DueRecording(recording.id(), recording.attempt(), recording.track()))
                .toList();
    }

    /** Answers whether others see anything new in it. */
    public boolean judged(DueRecording due, TrackReport report, Instant next) {
        return entities.find(Recording.class, due.id()).judged(report, next, clock.instant());
    }

    public int playlistVersion(AttemptId attempt, Track track) {
        return find(attempt, track).map(Recording::playlistVersion).orElse(1);
    }

    public Map<AttemptId, List<RecordingSummary>> summaries(Collection<AttemptId> attempts) {
        if (attempts.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        return entities.createQuery(
                        "select r from Recording r where r.attemptId in :attempts order by r.track", Recording.class)
                .setParameter(
                        "attempts", attempts.stream().map(AttemptId::value).toList())
                .getResultStream()
                .map(recording -> recording.summary(now))
                .collect(Collectors.groupingBy(RecordingSummary::attempt));
    }

    /** The recordings of an exam in the order of their seats. */
    public Page<RecordingRow> list(ExamId exam, PageRequest page) {
        String from = " from Recording r join Attempt a on a.id = r.attemptId join Enrolment e on e.id = a.enrolmentId"
                + " join Room o on o.id = a.roomId where a.examId = :exam";
        Instant now = clock.instant();
        List<RecordingRow> rows = entities.createQuery(
                        "select r, e.candidateId, a.number" + from
                                + " order by o.number, a.seatNumber, a.number, r.track",
                        Object[].class)
                .setParameter("exam", exam.value())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(row -> new RecordingRow((String) row[1], (Integer) row[2], ((Recording) row[0]).summary(now)))
                .toList();
        long total = entities.createQuery("select count(r)" + from, Long.class)
                .setParameter("exam", exam.value())
                .getSingleResult();
        return Page.of(rows, page, total);
    }

    private Optional<Recording> lock(AttemptId attempt, Track track) {
        Optional<Recording> recording = find(attempt, track);
        recording.ifPresent(it -> entities.refresh(it, LockModeType.PESSIMISTIC_WRITE));
        return recording;
    }

    private Optional<Recording> find(AttemptId attempt, Track track) {
        return of(attempt).stream()
                .filter(recording -> recording.track() == track)
                .findFirst();
    }

    private List<Recording> of(AttemptId attempt) {
        return entities.createQuery("select r from Recording r where r.attemptId = :attempt", Recording.class)
                .setParameter("attempt", attempt.value())
                .getResultList();
    }

    /** A recording with the id of its candidate. */
    public record RecordingRow(String candidateId, int number, RecordingSummary summary) {

        RecordingRow with(RecordingSummary other) {
            return new RecordingRow(candidateId, number, other);
        }
    }

    /** A recording that somebody has to judge now. */
    public record DueRecording(UUID id, AttemptId attempt, Track track) {}
}
