package org.knightswatch.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.knightswatch.kernel.ServerClock;

import static org.assertj.core.api.Assertions.assertThat;

class StoreHealthTest {

    private final ServerClock clock = new ServerClock();
    private final StoreHealth health = Wired.health(clock);

    @Test
    void knowsOfNoFailureBeforeTheFirst() {
        assertThat(health.failingSince()).isEmpty();
        assertThat(health.outages()).isEmpty();
    }

    @Test
    void failsSinceTheFirstFailingCallBegan() {
        Instant begun = pass(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(10));

        fail(begun);
        fail(pass(Duration.ofSeconds(1)));

        assertThat(health.failingSince()).contains(begun);
    }

    @Test
    void doesNotCountTimeInWhichTheStoreAnsweredOthers() {
        Instant begun = pass(Duration.ofSeconds(1));
        Instant answered = pass(Duration.ofSeconds(5));
        health.answered();
        pass(Duration.ofSeconds(5));

        fail(begun);

        assertThat(health.failingSince().orElseThrow()).isBetween(answered, answered.plusSeconds(4));
    }

    @Test
    void remembersAnOutageThatIsOver() {
        Instant begun = pass(Duration.ofSeconds(1));
        fail(begun);
        Instant until = pass(Duration.ofMinutes(2));

        health.answered();

        assertThat(health.failingSince()).isEmpty();
        assertThat(health.outages()).hasSize(1).first().satisfies(outage -> {
            assertThat(outage.from()).isEqualTo(begun);
            assertThat(outage.until()).isBetween(until, until.plusSeconds(60));
        });
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        for (int i = 0; i <= StoreHealth.KEPT; i++) {
            fail(pass(Duration.ofSeconds(1)));
            health.answered();
        }

        assertThat(health.outages()).hasSize(StoreHealth.KEPT);
    }

    private void fail(Instant begun) {
        health.failed(begun, new IOException("Connection refused"));
    }

    private Instant pass(Duration time) {
        clock.move(time);
        return clock.instant();
    }
}
