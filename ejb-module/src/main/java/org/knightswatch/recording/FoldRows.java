package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.GrowingWait;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;

/** Which sealed recordings still have segments beside their archive, and how these go. */
@Stateless
public class FoldRows {

    /** Whoever claimed a recording and died gives it free after this time: every byte of it is read. */
    private static final Duration CLAIMED_FOR = Duration.ofHours(1);

    private static final Duration BLOCKED_FOR = Duration.ofDays(1);
    private static final int LOOKED_AT = 10;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    @Inject
    Event<RowsChanged> changed;

    /**
     * Takes a recording to be folded by the caller alone for a while.
     *
     * @param kept how long segments stay after it was sealed
     */
    public Optional<SealedRecording> claim(Duration kept) {
        Instant now = clock.instant();
        List<UUID> due = entities.createQuery(
                        "select f.id from Fold f join Recording r on r.id = f.id"
                                + " where f.dueAt <= :now and r.sealedAt <= :before and r.purgingAt is null"
                                + " order by f.dueAt",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("before", now.minus(kept))
                .setMaxResults(LOOKED_AT)
                .getResultList();
        return claims.claim(Fold.class, due, 1, fold -> fold.isDue(now)).stream()
                .findFirst()
                .map(fold -> {
                    fold.dueFrom(now.plus(CLAIMED_FOR));
                    Recording recording = entities.find(Recording.class, fold.id());
                    return new SealedRecording(fold.id(), recording.attempt(), recording.track());
                });
    }

    /** The manifest has all of it: the rows go. Those of segments that are not in the archive stay. */
    public void fold(SealedRecording sealed) {
        Fold fold = lock(sealed);
        if (fold.isFolded()) {
            return;
        }
        int rows = entities.createQuery("delete from Segment s where s.faulty = false and s.key.takeId in"
                        + " (select t.id from Take t where t.attemptId = :attempt and t.track = :track)")
                .setParameter("attempt", sealed.attempt().value())
                .setParameter("track", sealed.track())
                .executeUpdate();
        fold.folded(clock.instant());
        changed.fire(new RowsChanged(sealed.attempt()));
        audit.fire(AuditFact.of("RECORDING_FOLDED", "attempt:" + sealed.attempt())
                .saying(sealed.track().word() + ", segments removed: " + rows));
    }

    /** The objects are gone as well. */
    public void done(SealedRecording sealed) {
        lock(sealed).done();
    }

    /** The store did not answer: another time, each time a little later. */
    public void later(SealedRecording sealed) {
        Fold fold = lock(sealed);
        fold.dueFrom(clock.instant().plus(GrowingWait.SECONDS_TO_MINUTES.after(fold.tried())));
    }

    /** The archive is not what was signed. The segments stay; somebody has to look. */
    public void blocked(SealedRecording sealed, String what) {
        lock(sealed).blocked(what, clock.instant().plus(BLOCKED_FOR));
    }

    /** Whether the rows of a take have gone into the manifest. */
    public boolean isFolded(UUID take) {
        return !entities.createQuery(
                        "select f.id from Take t join Recording r on r.attemptId = t.attemptId and r.track = t.track"
                                + " join Fold f on f.id = r.id where t.id = :take and f.foldedAt is not null",
                        UUID.class)
                .setParameter("take", take)
                .getResultList()
                .isEmpty();
    }

    /** What keeps the segments of a recording until somebody has looked; empty: nothing. */
    public Optional<String> fault(AttemptId attempt, Track track) {
        return entities.createQuery(
                        "select f.fault from Fold f join Recording r on r.id = f.id"
                                + " where r.attemptId = :attempt and r.track = :track and f.fault is not null",
                        String.class)
                .setParameter("attempt", attempt.value())
                .setParameter("track", track)
                .getResultStream()
                .findFirst();
    }

    /** Sealed just now, within the same transaction. */
    public void sealed(UUID recording, Instant now) {
        entities.persist(new Fold(recording, now));
    }

    private Fold lock(SealedRecording of) {
        return entities.find(Fold.class, of.id(), LockModeType.PESSIMISTIC_WRITE);
    }
}
