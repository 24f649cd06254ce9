package org.knightswatch.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.AnExam;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.StaffId;
import org.knightswatch.kernel.Beats;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.roster.DutyView;

import static org.assertj.core.api.Assertions.assertThat;

class ProctorPresenceTest {

    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final ExamView exam = AnExam.between(START, START.plus(Duration.ofHours(2)));
    private final DutyView duty =
            new DutyView(UUID.randomUUID(), exam.id(), new StaffId(UUID.randomUUID()), START.minus(LONG_AGO), null);
    private final ProctorPresence presence = new ProctorPresence();
    private Optional<Beats.Heard> heard = Optional.empty();
    private Instant now = START;

    @SuppressWarnings("UnnecessaryAssignment") // no container here
    ProctorPresenceTest() {
        presence.settings = new ProctorSettings();
        presence.clock = new ServerClock() {
            @Override
            public Instant instant() {
                return now;
            }
        };
        presence.beats = new Beats() {
            @Override
            public Optional<Heard> of(String set, List<String> members) {
                return heard;
            }
        };
    }

    @Test
    void callsSomebodyGoneAfterTheSetTime() {
        hears(START.minus(LONG_AGO), START.plusSeconds(60));

        assertThat(goneAt(START.plusSeconds(359))).isFalse();
        assertThat(goneAt(START.plusSeconds(360))).isTrue();
    }

    @Test
    void countsFromTheBeginningForWhoeverNeverOpenedAWall() {
        hears(START.minus(LONG_AGO), null);

        assertThat(goneAt(START.plusSeconds(299))).isFalse();
        assertThat(goneAt(START.plusSeconds(300))).isTrue();
    }

    @Test
    void callsNobodyGoneForWhatRedisCouldNotHear() {
        hears(START.plusSeconds(3_000), null);

        assertThat(goneAt(START.plusSeconds(3_299))).isFalse();
        assertThat(goneAt(START.plusSeconds(3_300))).isTrue();
    }

    @Test
    void knowsNothingWhileRedisIsAway() {
        now = START.plus(LONG_AGO);

        assertThat(presence.of(exam, List.of(duty))).isEmpty();
    }

    private void hears(Instant knownFrom, Instant beat) {
        heard = Optional.of(new Beats.Heard(
                knownFrom, beat == null ? Map.of() : Map.of(duty.staff().toString(), beat)));
    }

    private boolean goneAt(Instant when) {
        now = when;
        return presence.of(exam, List.of(duty)).get(duty.id()).gone();
    }
}
