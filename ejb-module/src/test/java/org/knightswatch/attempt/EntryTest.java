package org.knightswatch.attempt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knightswatch.exam.Takeover;

import static org.assertj.core.api.Assertions.assertThat;

/** The full table of what becomes of a page from another browser; an empty field: unknown, or has not asked. */
class EntryTest {

    @ParameterizedTest
    @CsvSource({
        "ALLOW, CONNECTED,        , TAKES_OVER",
        "ALLOW, CONNECTED, WAITING, TAKES_OVER",
        "ALLOW, CONNECTED, REFUSED, TAKES_OVER",
        "ALLOW, MISSING,          , JOINS",
        "ALLOW, GONE,             , JOINS",
        "ALLOW,          ,        , JOINS",
        "ALLOW,          , WAITING, JOINS",
        "ASK,   CONNECTED,        , WAITS",
        "ASK,   CONNECTED, WAITING, WAITS",
        "ASK,   CONNECTED, REFUSED, REFUSED",
        "ASK,   MISSING,          , JOINS",
        "ASK,   MISSING,   WAITING, JOINS",
        "ASK,   GONE,      WAITING, JOINS",
        "ASK,   MISSING,   REFUSED, JOINS",
        "ASK,            ,        , JOINS",
        "ASK,            , WAITING, WAITS",
        "ASK,            , REFUSED, REFUSED",
    })
    void followsTheTable(Takeover takeover, PresenceState there, PageState asked, Entry entry) {
        assertThat(Entry.of(takeover, there, asked)).isEqualTo(entry);
    }
}
