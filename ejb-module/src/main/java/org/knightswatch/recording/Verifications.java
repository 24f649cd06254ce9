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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.kernel.GrowingWait;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.Reading.Measured;

/** Which takes are to be read, and what came of it. */
@Stateless
public class Verifications {

    /** Whoever claimed a take and died gives it free after this time. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(15);

    private static final Duration BLOCKED_FOR = Duration.ofDays(1);
    private static final int NAMED = 20;
    private static final String TAMPERED = "TAMPERED";

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
        return claims.claimDue(Take.class, "verifyAt", now, take -> take.isToVerify(now))
                .map(take -> {
                    take.verifyFrom(now.plus(CLAIMED_FOR));
                    return take.view();
                });
    }

    public List<SegmentView> segments(TakeView take) {
        return segments.of(take.key());
    }

    /** Whoever reads a long take keeps it. */
    public void goOn(TakeView take) {
        lock(take).verifyFrom(clock.instant().plus(CLAIMED_FOR));
    }

    /** All its bytes are in the archive. If they are what was promised, their own times count from now on. */
    public void archived(TakeView view, Reading reading) {
        note(view, reading).archived(reading.archived(), clock.instant());
        recordings.judgeSoon(view.attempt(), view.track());
    }

    /** It was read, but other bytes lie at its place in the archive. They stay; somebody has to look. */
    public void blocked(TakeView view, Reading reading) {
        String what = "other bytes lie in the archive at " + reading.archived().name();
        note(view, reading).blocked(what, clock.instant().plus(BLOCKED_FOR));
        suspect(view, TAMPERED, what);
        recordings.judgeSoon(view.attempt(), view.track());
    }

    /** The store has lost these, or has others for them: they count no more. What is archived has their bytes there. */
    public void lost(TakeView view, Set<Integer> sequences) {
        if (lock(view).view().archivedAt() != null) {
            return;
        }
        entities.createQuery(
                        "select s from Segment s where s.key.takeId = :take and s.key.sequence in :sequences",
                        Segment.class)
                .setParameter("take", view.key())
                .setParameter("sequences", sequences)
                .getResultList()
                .forEach(Segment::lost);
        recordings.rewritten(view.attempt(), view.track());
        recordings.judgeSoon(view.attempt(), view.track());
    }

    private Take note(TakeView view, Reading reading) {
        Take take = lock(view);
        if (takesOver(view, reading)) {
            recordings.rewritten(view.attempt(), view.track());
        }
        take.read(fault(reading), clock.instant());
        if (!reading.faulty().isEmpty()) {
            suspect(view, TAMPERED, fault(reading));
        } else if (!reading.isSound() && !reading.hasHole()) {
            suspect(view, "MEDIA_UNREADABLE", fault(reading));
        }
        return take;
    }

    /** Answers whether a player would see another recording than before. */
    private boolean takesOver(TakeView view, Reading reading) {
        Map<Integer, Measured> bySequence =
                reading.measured().stream().collect(Collectors.toMap(Measured::sequence, Function.identity()));
        boolean rewritten = false;
        for (Segment segment : entities.createQuery("select s from Segment s where s.key.takeId = :take", Segment.class)
                .setParameter("take", view.key())
                .getResultList()) {
            Measured times = bySequence.get(segment.sequence());
            if (times == null) {
                segment.lost();
                rewritten = true;
            } else if (reading.readable()) {
                long start = Math.max(0, times.startMillis() - reading.firstMillis());
                rewritten |= segment.measured(start, times.durationMillis());
            }
        }
        return rewritten;
    }

    private static String fault(Reading reading) {
        if (!reading.faulty().isEmpty()) {
            return "other bytes, or none, in segment "
                    + reading.faulty().stream()
                            .limit(NAMED)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))
                    + (reading.faulty().size() > NAMED ? " and more" : "");
        }
        if (reading.isSound()) {
            return null;
        }
        return reading.hasHole() ? "not readable around what is missing" : "no media";
    }

    private void suspect(TakeView view, String reason, String what) {
        suspicions.fire(new Suspicion(
                view.attempt(),
                view.startedAt(),
                0.8,
                reason,
                "archive.verification",
                "take " + view.number() + ": " + what,
                reason + " " + view.id()));
    }

    /** The store did not answer: another time, each time a little later. */
    public void later(TakeView view) {
        Take take = lock(view);
        take.verifyFrom(clock.instant().plus(GrowingWait.SECONDS_TO_MINUTES.after(take.triedToVerify())));
    }

    private Take lock(TakeView view) {
        Take take = entities.find(Take.class, view.key(), LockModeType.PESSIMISTIC_WRITE);
        recordings.requireKept(view.attempt());
        return take;
    }
}
