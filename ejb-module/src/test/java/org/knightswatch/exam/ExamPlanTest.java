package org.knightswatch.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExamPlanTest {

    private static final Set<String> PROVIDERS = Set.of("direct");
    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void fillsInWhatIsLeftOut() {
        ExamPlan plan = ExamPlan.of(draft("THERMO-2026-A", NINE, NINE.plus(Duration.ofHours(2)), " "), PROVIDERS);

        assertThat(plan.provider()).isEqualTo("direct");
        assertThat(plan.environment()).isEqualTo("default");
        assertThat(plan.tracks()).containsExactly(Track.CAMERA);
        assertThat(plan.takeover()).isEqualTo(Takeover.ALLOW);
        assertThat(plan.examUrl()).isNull();
        assertThat(plan.attempts()).isEqualTo(1);
        assertThat(plan.quality()).isEqualTo(Quality.STANDARD);
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        ExamDraft draft = wrong();

        assertThatThrownBy(() -> ExamPlan.of(draft, PROVIDERS))
                .isInstanceOfSatisfying(ProctoringException.class, e -> assertThat(e.fields())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder(
                                "code",
                                "title",
                                "endsAt",
                                "roomSize",
                                "proctorsPerRoom",
                                "seating",
                                "provider",
                                "tracks",
                                "examUrl",
                                "attempts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://", "http://user:pass@host/", "not a url", "/relative"})
    void refusesWhatIsNoWebAddress(String url) {
        assertThatThrownBy(() -> ExamPlan.of(draft("X", NINE, NINE.plusSeconds(60), url), PROVIDERS))
                .isInstanceOfSatisfying(
                        ProctoringException.class,
                        e -> assertThat(e.fields().get(0).code()).isEqualTo(ProblemCode.EXAM_URL_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", "a b", "ä"})
    void refusesCodesThatWouldMeanSomethingElseInAPath(String code) {
        assertThatThrownBy(() -> ExamPlan.of(draft(code, NINE, NINE.plusSeconds(60), null), PROVIDERS))
                .isInstanceOf(ProctoringException.class);
    }

    private static ExamDraft draft(String code, Instant from, Instant to, String url) {
        return new ExamDraft(
                code, "Title", from, to, 25, 1, Seating.FILL, null, null, null, url, null, null, null, null);
    }

    private static ExamDraft wrong() {
        return new ExamDraft(
                "A b",
                " ",
                NINE,
                NINE,
                0,
                11,
                null,
                "zoom",
                null,
                List.of(Track.SCREEN),
                "ftp://x",
                null,
                null,
                11,
                null);
    }
}
