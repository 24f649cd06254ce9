package org.knightswatch.recording;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Sightings;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.kernel.ServerClock;

/**
 * Counts how much of each take the page at the live socket has witnessed, and how much it could have and did not. A
 * commit without a witness is as good as any other; much of it, while a page is connected, is worth a look.
 */
@Stateless
public class Witnesses {

    /** A page that was greeted just now may have asked before it heard. */
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private static final int WORTH_A_LOOK = 5;
    private static final double SEVERITY = 0.4;

    @Inject
    Nonces nonces;

    @Inject
    Sightings sightings;

    @Inject
    Outages outages;

    @Inject
    ServerClock clock;

    @Inject
    Event<Suspicion> suspicions;

    /** Whether this witness vouches for these segments, all of them and in this order. */
    public boolean vouches(Witness witness, TakeView take, List<SegmentDraft> segments) {
        return witness != null && nonces.isFresh(take.attempt(), witness.nonce()) && witness.isOf(take.id(), segments);
    }

    /** Counts segments of a take that were just held; the caller has its row for itself. */
    public void count(Take take, AttemptView attempt, int segments, boolean witnessed) {
        if (witnessed) {
            take.witnessed(segments);
        } else if (!attempt.isOver() && isConnected(attempt) && take.unwitnessed(segments) >= WORTH_A_LOOK) {
            TakeView view = take.view();
            suspicions.fire(new Suspicion(
                    attempt.id(),
                    clock.instant(),
                    SEVERITY,
                    "UNWITNESSED",
                    "recording.witness",
                    "take " + view.number() + ": segments came without the word of the page that was connected",
                    "UNWITNESSED " + view.id()));
        }
    }

    private boolean isConnected(AttemptView attempt) {
        Instant now = clock.instant();
        Interval life = new Interval(attempt.joinedAt(), now);
        Interval lately = new Interval(now.minus(SETTLING), now);
        return lately.without(new Circumstances(sightings.of(attempt.id()), outages.within(life)).connected(now))
                .isEmpty();
    }
}
