package org.knightswatch.attempt;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptPageTest {

    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(0, 1));

    private final AttemptPage older = new AttemptPage(ATTEMPT, 1, new JoiningBrowser("", "Firefox", "a"), NINE);
    private final AttemptPage newer = new AttemptPage(ATTEMPT, 2, new JoiningBrowser("b", "Chrome", "b"), NINE);

    @Test
    void takesAMissingMarkForAMarkOfItsOwn() {
        assertThat(older.isFrom(new JoiningBrowser("", "curl", "c"))).isTrue();
        assertThat(older.isFrom(newer.from())).isFalse();
    }

    @Test
    void asksUntilItIsLetIn() {
        newer.ask(older, NINE.plusSeconds(5));
        assertThat(newer.asking(NINE.plusSeconds(600))).isEqualTo(PageState.WAITING);
        assertThat(newer.over(older).waits()).isTrue();
        assertThat(newer.over(older).at()).isEqualTo(NINE.plusSeconds(5));
        assertThat(newer.over(older).older()).isEqualTo("Firefox, network a");
        assertThat(newer.over(older).newer()).isEqualTo("Chrome, network b");

        newer.letIn(7, "staff:x", NINE.plusSeconds(20));

        assertThat(newer.asking(NINE.plusSeconds(20))).isNull();
        assertThat(newer.lease()).isEqualTo(7);
        assertThat(newer.over(older).waits()).isFalse();
        assertThat(newer.over(older).at()).isEqualTo(NINE.plusSeconds(20));
    }

    @Test
    void mayAskAgainAMinuteAfterItWasRefused() {
        newer.ask(older, NINE);
        newer.refuse("staff:x", NINE);
        assertThat(newer.asking(NINE.plusSeconds(59))).isEqualTo(PageState.REFUSED);
        assertThat(newer.asking(NINE.plusSeconds(60))).isNull();
    }
}
