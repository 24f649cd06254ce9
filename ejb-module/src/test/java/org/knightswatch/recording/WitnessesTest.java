package org.knightswatch.recording;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.SightingKind;
import org.knightswatch.attempt.SightingView;
import org.knightswatch.attempt.Sightings;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ServerClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.recording.TakeStory.finishedAt;
import static org.knightswatch.recording.TakeStory.running;

class WitnessesTest {

    private final ServerClock clock = new ServerClock();
    private final List<SightingView> seen = new ArrayList<>();
    private final List<Suspicion> fired = new ArrayList<>();
    private final Witnesses witnesses = witnesses();
    private final Take take = take();

    @Test
    void areMissedOnceAPageWasConnectedForAWhile() {
        connectedFor(90);

        count(running(), 4);
        assertThat(fired).isEmpty();
        count(running(), 1);

        assertThat(fired).extracting(Suspicion::reason).containsExactly("UNWITNESSED");
        assertThat(fired.get(0).onceKey())
                .isEqualTo("UNWITNESSED " + take.view().id());
    }

    @Test
    void areNotMissedOfAClientWithoutASocket() {
        count(running(), 50);

        assertThat(fired).isEmpty();
    }

    @Test
    void areNotMissedOfAPageThatCameJustNow() {
        connectedFor(20);

        count(running(), 50);

        assertThat(fired).isEmpty();
    }

    @Test
    void areNotMissedAfterTheEnd() {
        connectedFor(90);

        count(finishedAt(100), 50);

        assertThat(fired).isEmpty();
    }

    @Test
    void areCountedForTheTake() {
        witnesses.count(take, running(), 3, true);
        witnesses.count(take, running(), 2, true);

        assertThat(take.view().witnessed()).isEqualTo(5);
    }

    private void count(AttemptView attempt, int segments) {
        witnesses.count(take, attempt, segments, false);
    }

    private void connectedFor(long seconds) {
        Instant since = clock.instant().minusSeconds(seconds);
        seen.add(new SightingView(since, SightingKind.CONNECTED, null, null));
    }

    private Take take() {
        TakeDraft draft = new TakeDraft(Track.CAMERA, "video/mp4;codecs=avc1,opus", clock.instant(), 100, null);
        AttemptId attempt = new AttemptId(new UUID(0, 1));
        return new Take(attempt, new TakeId(new UUID(0, 2)), 1, draft, "segments/x/", clock.instant());
    }

    @SuppressWarnings({"unchecked", "UnnecessaryAssignment"}) // no container here
    private Witnesses witnesses() {
        Witnesses made = new Witnesses();
        made.clock = clock;
        made.sightings = new Sightings() {
            @Override
            public List<SightingView> of(AttemptId attempt) {
                return seen;
            }
        };
        made.outages = new Outages() {
            @Override
            public List<Circumstances.Outage> within(Interval when) {
                return List.of();
            }
        };
        made.suspicions = (Event<Suspicion>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    fired.add((Suspicion) arguments[0]);
                    return null;
                });
        return made;
    }
}
