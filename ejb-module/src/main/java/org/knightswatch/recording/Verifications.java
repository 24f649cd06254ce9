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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;

/** Which takes are to be read, and what came of it. */
@Stateless
public class Verifications {

    /** Whoever claimed a take and died gives it free after this time. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(15);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int LONGEST_WAIT_SHIFT = 8;
    private static final int LOOKED_AT = 10;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    SegmentRows segments;

    @Inject
    Recordings recordings;

    @Inject
    ServerClock clock;

    @Inject
    Event<Suspicion> suspicions;

    /** Takes a take to be read by the caller alone for a while. */
    public Optional<TakeView> claimNext() {
        Instant now = clock.instant();
        List<UUID> due = entities.createQuery(
                        "select t.id from Take t where t.verifyAt <= :now order by t.verifyAt", UUID.class)
                .setParameter("now", now)
                .setMaxResults(LOOKED_AT)
                .getResultList();
        return claims.claim(Take.class, due, 1, take -> take.isToVerify(now)).stream()
                .findFirst()
                .map(take -> {
                    take.verifyFrom(now.plus(CLAIMED_FOR));
                    return take.view();
                });
    }

    public List<SegmentView> segments(TakeView take) {
        return segments.of(take.key());
    }

    /** The bytes are what was promised; from now on their own times count. */
    public void verified(TakeView view, long firstMillis, List<Measured> measured) {
        Map<Integer, Measured> bySequence =
                measured.stream().collect(Collectors.toMap(Measured::sequence, Function.identity()));
        boolean rewritten = false;
        for (Segment segment : entities.createQuery("select s from Segment s where s.key.takeId = :take", Segment.class)
                .setParameter("take", view.key())
                .getResultList()) {
            Measured times = bySequence.get(segment.sequence());
            long start = Math.max(0, times.startMillis() - firstMillis);
            rewritten |= segment.measured(start, times.durationMillis());
        }
        if (rewritten) {
            recordings.rewritten(view.attempt(), view.track());
        }
        lock(view).verified(clock.instant());
        recordings.judgeSoon(view.attempt(), view.track());
    }

    /** The bytes are not what was promised, or no media. */
    public void faulty(TakeView view, String reason, String what) {
        lock(view).faulty(what);
        suspicions.fire(new Suspicion(
                view.attempt(),
                view.startedAt(),
                0.8,
                reason,
                "archive.verification",
                "take " + view.number() + ": " + what,
                reason + " " + view.id()));
        recordings.judgeSoon(view.attempt(), view.track());
    }

    /** The store did not answer: another time, each time a little later. */
    public void later(TakeView view) {
        Take take = lock(view);
        int shift = Math.min(take.triedToVerify(), LONGEST_WAIT_SHIFT);
        take.verifyFrom(clock.instant().plus(FIRST_WAIT.multipliedBy(1L << shift)));
    }

    private Take lock(TakeView view) {
        return entities.find(Take.class, view.key(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * What the bytes of a segment cover.
     *
     * @param startMillis media time as the container counts it
     */
    public record Measured(int sequence, long startMillis, long durationMillis) {}
}
