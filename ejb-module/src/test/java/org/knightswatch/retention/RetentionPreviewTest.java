package org.knightswatch.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knightswatch.retention.RetentionPreview.Amount;
import org.knightswatch.retention.RetentionPreview.Dates;
import org.knightswatch.retention.RetentionPreview.Day;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionPreviewTest {

    private static final Instant EXAM_ENDS = Instant.parse("2027-03-01T12:00:00Z");
    private static final Dates DATES = new Dates(EXAM_ENDS, Duration.ZERO);
    private static final Amount NOTHING = new Amount(0, 0, 0);
    private static final RetentionRule TEN_DAYS = new RetentionRule(10, true);

    @Test
    void tellsWhatGoesWhen() {
        RetentionPreview preview = preview(
                TEN_DAYS,
                "2027-03-05T00:00:00Z",
                Set.of(),
                attempt(1, EXAM_ENDS),
                attempt(2, EXAM_ENDS),
                attempt(3, at(1)));

        assertThat(preview.all()).isEqualTo(new Amount(3, 6, 300));
        assertThat(preview.now()).isEqualTo(NOTHING);
        assertThat(preview.from()).isEqualTo("2027-03-11T12:00:00Z");
        assertThat(preview.until()).isEqualTo("2027-03-12T12:00:00Z");
        assertThat(preview.days())
                .containsExactly(
                        new Day(LocalDate.parse("2027-03-11"), new Amount(2, 4, 200)),
                        new Day(LocalDate.parse("2027-03-12"), new Amount(1, 2, 100)));
    }

    @Test
    void putsWhatIsOverOnToday() {
        RetentionPreview preview = preview(TEN_DAYS, "2027-05-05T10:00:00Z", Set.of(), attempt(1, EXAM_ENDS));

        assertThat(preview.now()).isEqualTo(preview.all()).isEqualTo(new Amount(1, 2, 100));
        assertThat(preview.days()).extracting(Day::day).containsExactly(LocalDate.parse("2027-05-05"));
    }

    @Test
    void countsWhatIsOnHoldApart() {
        RetentionPreview preview =
                preview(TEN_DAYS, "2027-05-05T10:00:00Z", Set.of(id(1)), attempt(1, EXAM_ENDS), attempt(2, EXAM_ENDS));

        assertThat(preview.held()).isEqualTo(new Amount(1, 2, 100));
        assertThat(preview.all()).isEqualTo(new Amount(1, 2, 100));
    }

    @Test
    void countsThoseWhoStillRun() {
        RetentionPreview preview = preview(TEN_DAYS, "2027-03-01T11:00:00Z", Set.of(), attempt(1, null));

        assertThat(preview.running()).isEqualTo(1);
        assertThat(preview.from()).isNull();
    }

    @Test
    void purgesNothingThatIsKeptForEver() {
        RetentionPreview preview =
                preview(new RetentionRule(null, true), "2037-03-01T11:00:00Z", Set.of(id(1)), attempt(1, EXAM_ENDS));

        assertThat(preview.all()).isEqualTo(NOTHING);
        assertThat(preview.held()).isEqualTo(NOTHING);
    }

    @Test
    void showsTheFirstDaysOfMany() {
        KeptAttempt[] many =
                IntStream.range(0, 40).mapToObj(i -> attempt(i, at(i))).toArray(KeptAttempt[]::new);

        assertThat(preview(TEN_DAYS, "2027-03-01T11:00:00Z", Set.of(), many).days())
                .hasSize(10);
    }

    private static RetentionPreview preview(RetentionRule rule, String now, Set<UUID> held, KeptAttempt... attempts) {
        return RetentionPreview.of(rule, DATES, List.of(attempts), held, Instant.parse(now));
    }

    private static KeptAttempt attempt(int number, Instant ended) {
        return new KeptAttempt(id(number), "C-" + number, 1, ended, 2, 100);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Instant at(int days) {
        return EXAM_ENDS.plus(Duration.ofDays(days));
    }
}
