package org.knightswatch.retention;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.challenge.ChallengeService;
import org.knightswatch.copy.CopyRows;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.GrowingWait;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.RecordingRemoval;
import org.knightswatch.still.StillRows;
import org.knightswatch.store.ObjectKey;

/** The steps of removals that are a transaction each. */
@Stateless
public class PurgeRows {

    /** Whoever claimed a removal and died gives it free after this time. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(10);

    private static final Duration HELD_FOR = Duration.ofMinutes(10);
    private static final Duration REFUSED_FOR = Duration.ofDays(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    Holds holds;

    @Inject
    RecordingRemoval recordings;

    @Inject
    StillRows stills;

    @Inject
    ChallengeService challenges;

    @Inject
    CopyRows copies;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** Takes a removal to be gone on with by the caller alone for a while. */
    public Optional<PurgeWork> claimNext() {
        Instant now = clock.instant();
        return claims.claimDue(Purge.class, "tryAt", now, purge -> purge.isDue(now))
                .map(purge -> {
                    purge.tryFrom(now.plus(CLAIMED_FOR));
                    return purge.work();
                });
    }

    public PurgeWork planned(UUID id, String certificate) {
        Purge purge = lock(id);
        purge.planned(certificate);
        return purge.work();
    }

    /** Whether objects may be deleted now; from a yes on no hold stops it. */
    public boolean mayRemove(UUID id) {
        Purge purge = lock(id);
        Instant now = clock.instant();
        if (!purge.isRemoving() && !holds.of(purge.attempt()).isEmpty()) {
            purge.tryFrom(now.plus(HELD_FOR));
            return false;
        }
        purge.remove(now);
        return true;
    }

    /** Objects lie there still: some that the store won't delete, or some that came in this moment. */
    public void refused(UUID id, Map<ObjectKey, String> answers) {
        Purge purge = lock(id);
        purge.refused(answers);
        purge.troubled(null);
        purge.tryFrom(clock.instant().plus(answers.isEmpty() ? A_MOMENT : REFUSED_FOR));
    }

    /** Nothing lies there. Answers since when; empty while something may still arrive. */
    public Optional<Instant> emptied(UUID id) {
        Purge purge = lock(id);
        Instant now = clock.instant();
        purge.refused(Map.of());
        purge.troubled(null);
        if (purge.isQuiet(now)) {
            return Optional.of(purge.emptied(now));
        }
        purge.tryFrom(purge.quietAt());
        return Optional.empty();
    }

    public void done(UUID id, Instant when, String certificate) {
        Purge purge = lock(id);
        purge.done(certificate);
        recordings.done(purge.attempt(), when);
        stills.forget(purge.attempt());
        challenges.forget(purge.attempt());
        copies.forget(purge.attempt());
        audit.fire(AuditFact.of("RECORDING_PURGED", "attempt:" + purge.attempt())
                .saying("certificate " + Sha256.digest(certificate).hex()));
    }

    /** It did not work: another time, each time a little later. */
    public void later(UUID id, String why) {
        Purge purge = lock(id);
        purge.troubled(why);
        purge.tryFrom(clock.instant().plus(GrowingWait.SECONDS_TO_MINUTES.after(purge.tried())));
    }

    private Purge lock(UUID id) {
        return entities.find(Purge.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
