package org.knightswatch.challenge;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
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
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.RecordingState;
import org.knightswatch.recording.RecordingSummary;
import org.knightswatch.recording.Recordings;
import org.knightswatch.recording.RowsChanged;
import org.knightswatch.recording.Takes;

/** Which challenges are to be looked for, and what came of it. */
@Stateless
public class ChallengeRows {

    /** Whoever claimed some and died gives them free after this time. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(30);

    private static final Duration LATER = Duration.ofMinutes(2);
    private static final int AT_ONCE = 10;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    Recordings recordings;

    @Inject
    Takes takes;

    @Inject
    ServerClock clock;

    @Inject
    Event<Suspicion> suspicions;

    @Inject
    Event<RowsChanged> changed;

    /** Once nothing more comes of an attempt, and all of it is archived, it can be looked into. */
    public void onChanged(@Observes RowsChanged event) {
        List<ShownChallenge> unseen = all(event.attempt(), LockModeType.NONE).stream()
                .filter(one -> one.waits() && !one.isPlanned())
                .toList();
        if (!unseen.isEmpty() && isSettled(event.attempt())) {
            Instant now = clock.instant();
            unseen.forEach(one -> one.lookFrom(now));
        }
    }

    private boolean isSettled(AttemptId attempt) {
        boolean judged = recordings.summaries(List.of(attempt)).getOrDefault(attempt, List.of()).stream()
                .map(RecordingSummary::state)
                .allMatch(state -> state == RecordingState.COMPLETE || state == RecordingState.INCOMPLETE);
        return judged && takes.of(attempt).stream().allMatch(take -> take.archivedAt() != null);
    }

    /** Takes some to be looked for by the caller alone for a while, all of one attempt. */
    public List<Wanted> claim() {
        Instant now = clock.instant();
        List<UUID> ids = next(now).map(attempt -> due(attempt, now)).orElse(List.of());
        List<ShownChallenge> claimed = claims.claim(ShownChallenge.class, ids, AT_ONCE, one -> one.isDue(now));
        claimed.forEach(one -> one.lookFrom(now.plus(CLAIMED_FOR)));
        return claimed.stream().map(Wanted::of).toList();
    }

    private Optional<UUID> next(Instant now) {
        return entities.createQuery(
                        "select c.attemptId from ShownChallenge c where c.lookAt <= :now order by c.lookAt", UUID.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private List<UUID> due(UUID attempt, Instant now) {
        return entities.createQuery(
                        "select c.id from ShownChallenge c where c.attemptId = :attempt and c.lookAt <= :now"
                                + " order by c.moment",
                        UUID.class)
                .setParameter("attempt", attempt)
                .setParameter("now", now)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** The store did not answer: another time. */
    public void later(List<Wanted> wanted) {
        Instant when = clock.instant().plus(LATER);
        wanted.forEach(one -> {
            ShownChallenge row = entities.find(ShownChallenge.class, one.id(), LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                row.lookFrom(when);
            }
        });
    }

    /** What came of some, all of one attempt. Whoever is last with it says what follows from all together. */
    public void found(AttemptId attempt, List<Found> found) {
        List<ShownChallenge> all = all(attempt, LockModeType.PESSIMISTIC_WRITE);
        for (ShownChallenge row : all) {
            found.stream().filter(one -> one.id().equals(row.id())).forEach(one -> row.found(one.tone(), one.colour()));
        }
        if (all.isEmpty()) {
            return;
        }
        if (all.stream().noneMatch(ShownChallenge::waits)) {
            Unseen.suspicion(attempt, all.stream().map(ShownChallenge::view).toList())
                    .ifPresent(suspicions::fire);
        }
        changed.fire(new RowsChanged(attempt));
    }

    /** In one order, so that nobody waits for somebody who waits. */
    private List<ShownChallenge> all(AttemptId attempt, LockModeType lock) {
        return entities.createQuery(
                        "select c from ShownChallenge c where c.attemptId = :attempt order by c.id",
                        ShownChallenge.class)
                .setParameter("attempt", attempt.value())
                .setLockMode(lock)
                .getResultList();
    }

    /** One to be looked for. */
    record Wanted(UUID id, AttemptId attempt, Instant shownAt, Challenge challenge, boolean tone, boolean colour) {

        static Wanted of(ShownChallenge row) {
            return new Wanted(
                    row.id(), row.attempt(), row.shownAt(), row.challenge(), row.waitsForTone(), row.waitsForColour());
        }
    }

    /** What came of one. */
    record Found(UUID id, Outcome tone, Outcome colour) {}
}
