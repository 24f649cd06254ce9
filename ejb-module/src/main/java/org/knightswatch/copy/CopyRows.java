package org.knightswatch.copy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.ArchiveRows;
import org.knightswatch.recording.ArchivedTake;
import org.knightswatch.recording.KeptCopy;
import org.knightswatch.recording.Quotas;
import org.knightswatch.recording.Recordings;
import org.knightswatch.recording.RowsChanged;

/** Which copies are to be fetched, what came of it, and what goes with a recording that is purged. */
@Stateless
public class CopyRows {

    /** Whoever claimed a copy and died gives it free after this time. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    AttemptService attempts;

    @Inject
    Recordings recordings;

    @Inject
    ArchiveRows archive;

    @Inject
    Quotas quotas;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    @Inject
    Event<RowsChanged> changed;

    /** All that we were told of, in that order. */
    public List<CopyView> of(AttemptId attempt) {
        return all(attempt).stream().map(RecordingCopy::view).toList();
    }

    /** Takes a copy to be fetched by the caller alone for a while. */
    public Optional<CopyWork> claimNext() {
        Instant now = clock.instant();
        return claims.claimDue(RecordingCopy.class, "fetchAt", now, copy -> copy.isDue(now))
                .map(copy -> {
                    copy.fetchFrom(now.plus(CLAIMED_FOR));
                    return copy.work(room(copy));
                });
    }

    /** Whoever reads a long file keeps it. */
    public void goOn(CopyWork work) {
        change(work, copy -> copy.fetchFrom(clock.instant().plus(CLAIMED_FOR)));
    }

    /** It could not be read this time. */
    public void later(CopyWork work) {
        settle(work, copy -> copy.later(clock.instant()));
    }

    /** It is not there: perhaps it is not finished, and perhaps it never comes. */
    public void missing(CopyWork work) {
        settle(work, copy -> copy.missing(clock.instant()));
    }

    /** It can't be kept, and trying again would not help. */
    public void failed(CopyWork work, String why) {
        settle(work, copy -> copy.failed(why));
    }

    /** All of it lies in the archive. What was sealed meanwhile takes nothing more. */
    public void kept(CopyWork work, ArchivedTake object, long millis) {
        boolean late = archive.seal(work.attempt(), work.track()).at() != null;
        settle(work, copy -> {
            if (late) {
                copy.failed("the recording was sealed before it came");
            } else {
                copy.kept(object, millis);
            }
        });
    }

    /** Those that are kept of a track. */
    public List<KeptCopy> kept(AttemptId attempt, Track track) {
        return of(attempt, track, CopyState.KEPT).stream()
                .map(RecordingCopy::kept)
                .toList();
    }

    /** Whether one of a track is still to be fetched. */
    public boolean isAwaited(AttemptId attempt, Track track) {
        return !of(attempt, track, CopyState.WAITING).isEmpty();
    }

    /** Nothing more is fetched for this attempt; answers whether somebody may be at it. */
    public boolean stop(AttemptId attempt) {
        List<RecordingCopy> waiting =
                all(attempt).stream().filter(RecordingCopy::isWaiting).toList();
        waiting.forEach(copy -> entities.refresh(copy, LockModeType.PESSIMISTIC_WRITE));
        waiting.stream().filter(RecordingCopy::isWaiting).forEach(copy -> copy.failed("the recording is purged"));
        return !waiting.isEmpty();
    }

    /** All are gone. */
    public void forget(AttemptId attempt) {
        entities.createQuery("delete from RecordingCopy c where c.attemptId = :attempt")
                .setParameter("attempt", attempt.value())
                .executeUpdate();
    }

    /** The keys under which the files of an attempt were brought. */
    public Set<String> imports(AttemptId attempt) {
        return all(attempt).stream().map(RecordingCopy::importedFrom).collect(Collectors.toSet());
    }

    /** What is known of those that were read. */
    public Map<String, Sha256> digests(AttemptId attempt) {
        return all(attempt).stream()
                .filter(copy -> copy.view().sha256() != null)
                .collect(Collectors.toMap(
                        RecordingCopy::importedFrom, copy -> copy.view().sha256()));
    }

    private long room(RecordingCopy copy) {
        long used = all(copy.attempt()).stream()
                .map(other -> other.view().bytes())
                .mapToLong(bytes -> bytes == null ? 0 : bytes)
                .sum();
        return quotas.ofCopies(attempts.require(copy.attempt())) - used;
    }

    /** What came of a try. When that is the end of it, the recording is judged, so that it can be sealed. */
    private void settle(CopyWork work, Consumer<RecordingCopy> how) {
        recordings.judgeSoon(work.attempt(), work.track()); // first: whoever purges locks in this order, too
        change(work, copy -> {
            how.accept(copy);
            if (!copy.isWaiting()) {
                tell(work, copy.view());
            }
        });
    }

    private void tell(CopyWork work, CopyView view) {
        String words = view.state() == CopyState.KEPT
                ? view.archived() + ", " + view.bytes() + " bytes, " + view.sha256()
                : view.object() + ": " + view.fault();
        audit.fire(AuditFact.of("COPY_" + view.state(), "attempt:" + work.attempt())
                .saying(words));
        changed.fire(new RowsChanged(work.attempt()));
    }

    /** One that was stopped meanwhile stays as it is. */
    private void change(CopyWork work, Consumer<RecordingCopy> how) {
        RecordingCopy copy = entities.find(RecordingCopy.class, work.id(), LockModeType.PESSIMISTIC_WRITE);
        if (copy != null && copy.isWaiting()) {
            how.accept(copy);
        }
    }

    private List<RecordingCopy> of(AttemptId attempt, Track track, CopyState state) {
        return all(attempt).stream()
                .filter(copy -> copy.track() == track && copy.view().state() == state)
                .toList();
    }

    private List<RecordingCopy> all(AttemptId attempt) {
        return entities.createQuery(
                        "select c from RecordingCopy c where c.attemptId = :attempt order by c.announcedAt, c.id",
                        RecordingCopy.class)
                .setParameter("attempt", attempt.value())
                .getResultList();
    }
}
