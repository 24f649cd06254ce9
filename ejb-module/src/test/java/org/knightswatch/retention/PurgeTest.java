package org.knightswatch.retention;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.retention.Purge.Reason;
import org.knightswatch.store.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;

class PurgeTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private final Purge purge = new Purge(
            new AttemptId(new UUID(0, 1)),
            new Reason(PurgeCause.RETENTION, "30 days after the exam", "system"),
            "key",
            NOW.plusSeconds(900),
            NOW);

    @Test
    void isNotPurgedBeforeItsCertificateIsThere() {
        purge.planned("plan");
        purge.remove(NOW);
        purge.emptied(NOW.plusSeconds(900));
        assertThat(purge.view().purgedAt()).isNull();
        assertThat(purge.certificate()).isEqualTo("plan");

        purge.done("certificate");

        assertThat(purge.view().purgedAt()).isEqualTo(NOW.plusSeconds(900));
        assertThat(purge.certificate()).isEqualTo("certificate");
        assertThat(purge.isDue(NOW.plusSeconds(10_000))).isFalse();
    }

    @Test
    void waitsUntilNothingMoreCanArrive() {
        assertThat(purge.isQuiet(NOW.plusSeconds(899))).isFalse();
        assertThat(purge.isQuiet(NOW.plusSeconds(900))).isTrue();
    }

    @Test
    void saysTheSameMomentsWhenItIsDoneAgain() {
        purge.remove(NOW);
        purge.remove(NOW.plusSeconds(5));

        assertThat(purge.view().removingAt()).isEqualTo(NOW);
        assertThat(purge.emptied(NOW.plusSeconds(6))).isEqualTo(purge.emptied(NOW.plusSeconds(7)));
    }

    @Test
    void namesWhatTheStoreRefused() {
        purge.refused(Map.of(ObjectKey.of("b"), "AccessDenied: locked", ObjectKey.of("a"), "AccessDenied: locked"));
        assertThat(purge.view().refused()).containsExactly("a: AccessDenied: locked", "b: AccessDenied: locked");

        purge.refused(Map.of());
        assertThat(purge.view().refused()).isEmpty();
    }
}
