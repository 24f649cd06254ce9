package org.knightswatch.web.faces;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T21:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T21:30:20Z, in less than a minute",
        "2026-11-22T21:31:00Z, in 1 minute",
        "2026-11-22T22:10:00Z, in 40 minutes",
        "2026-11-22T19:30:00Z, 2 hours ago",
        "2026-11-23T21:29:00Z, in 24 hours",
        "2026-11-24T21:29:00Z, in 2 days",
        "2026-11-19T12:00:00Z, 3 days ago",
        "2027-02-22T12:00:00Z, in 3 months",
    })
    void saysHowFarAMomentIs(Instant moment, String words) {
        assertThat(Moments.relative(moment, NOW, ZoneId.of("Europe/Helsinki"))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"UTC, yesterday", "Pacific/Auckland, 2 days ago"})
    void countsDaysByTheReadersCalendar(ZoneId zone, String words) {
        assertThat(Moments.relative(Instant.parse("2026-11-21T10:30:00Z"), NOW, zone))
                .isEqualTo(words);
    }
}
