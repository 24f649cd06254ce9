package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.GrowingWait;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;

/** What the archiver knows of each recording: where it is kept, and whether it is sealed. */
@Stateless
public class ArchiveRows {

    /** Whoever claimed a recording and died gives it free after this time. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(5);

    private static final Duration BLOCKED_FOR = Duration.ofDays(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    Takes takes;

    @Inject
    HeldSegments segments;

    @Inject
    FoldRows folds;

    @Inject
    KeptCopies copies;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    @Inject
    Event<RowsChanged> changed;

    /** Where a recording is kept, once it is known. */
    public Optional<String> place(AttemptId attempt, Track track) {
        return row(attempt, track).flatMap(Recording::place);
    }

    /**
     * Fixes where a recording is kept, for as long as it is. Where another recording lies there, as after the layout was
     * changed, this one gets the folder beside it that has its own id behind the name.
     */
    public String fixPlace(AttemptId attempt, Track track, String proposed) {
        Recording recording = row(attempt, track).orElseThrow();
        entities.refresh(recording, LockModeType.PESSIMISTIC_WRITE);
        if (recording.place().isEmpty()) {
            recording.archiveAt(isTaken(proposed) ? beside(proposed, recording.id()) : proposed);
        }
        return recording.place().orElseThrow();
    }

    /** Those of these folders in which a recording is kept. */
    public Set<String> known(Collection<String> places) {
        return Set.copyOf(entities.createQuery("select r.place from Recording r where r.place in :places", String.class)
                .setParameter("places", places)
                .getResultList());
    }

    /** Whether a recording is sealed, or why it could not be. */
    public Seal seal(AttemptId attempt, Track track) {
        return row(attempt, track).map(Recording::seal).orElse(new Seal(null, null));
    }

    /** Takes a recording to be sealed by the caller alone for a while; all its takes are archived. */
    public Optional<UnsealedRecording> claimToSeal(Supplier<String> signingKey) {
        Instant now = clock.instant();
        return claims.claimDue(
                        Recording.class, "sealAt", now, recording -> recording.isToSeal(now) && isArchived(recording))
                .map(recording -> {
                    recording.beginSealing(signingKey.get(), now, now.plus(CLAIMED_FOR));
                    return recording.unsealed();
                });
    }

    /** All takes of a recording, each with those of its segments that its object is made of, in order. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS) // as those who say which segments are held
    public List<ArchivedContents> contents(AttemptId attempt, Track track) {
        return takes.of(attempt).stream()
                .filter(take -> take.track() == track)
                .map(take -> new ArchivedContents(
                        take,
                        segments.of(take).stream()
                                .filter(segment -> !segment.faulty())
                                .toList()))
                .toList();
    }

    /** Its manifest is signed; the head of its chain goes into the audit. */
    public void sealed(UnsealedRecording sealed, String head) {
        Instant now = clock.instant();
        lock(sealed).sealed(now);
        folds.sealed(sealed.id(), now);
        audit.fire(AuditFact.of("RECORDING_SEALED", "attempt:" + sealed.attempt())
                .saying(sealed.track().word() + ", key " + sealed.key() + ", chain " + head));
        changed.fire(new RowsChanged(sealed.attempt()));
    }

    /** The store did not answer: another time, each time a little later. */
    public void later(UnsealedRecording unsealed) {
        Recording recording = lock(unsealed);
        recording.sealFrom(clock.instant().plus(GrowingWait.SECONDS_TO_MINUTES.after(recording.triedToSeal())));
    }

    /** Other bytes lie where the seal belongs. They stay; somebody has to look. */
    public void blocked(UnsealedRecording unsealed, String what) {
        lock(unsealed).unsealable(what, clock.instant().plus(BLOCKED_FOR));
    }

    /** One that has takes or copies to come waits until the last of them has it judged again. */
    private boolean isArchived(Recording recording) {
        boolean archived = takes.of(recording.attempt()).stream()
                .filter(take -> take.track() == recording.track())
                .allMatch(take -> take.archivedAt() != null);
        boolean whole = archived && !copies.isAwaited(recording.attempt(), recording.track());
        if (!whole) {
            recording.sealFrom(null);
        }
        return whole;
    }

    private static String beside(String place, UUID id) {
        return place.substring(0, place.length() - 1) + "-" + id + "/";
    }

    private boolean isTaken(String place) {
        return !entities.createQuery("select r.id from Recording r where r.place = :place", UUID.class)
                .setParameter("place", place)
                .getResultList()
                .isEmpty();
    }

    private Optional<Recording> row(AttemptId attempt, Track track) {
        return entities.createQuery(
                        "select r from Recording r where r.attemptId = :attempt and r.track = :track", Recording.class)
                .setParameter("attempt", attempt.value())
                .setParameter("track", track)
                .getResultStream()
                .findFirst();
    }

    private Recording lock(UnsealedRecording of) {
        return entities.find(Recording.class, of.id(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The seal of a recording.
     *
     * @param at null: there is none yet
     * @param fault what keeps it from being sealed until somebody has looked; may be null
     */
    public record Seal(Instant at, String fault) {}

    /** A take and the segments that its object is made of, one behind the other. */
    public record ArchivedContents(TakeView take, List<SegmentView> segments) {}
}
