package org.knightswatch.recording;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knightswatch.recording.ExamCompleteness.CauseTotal;
import org.knightswatch.recording.ExamCompleteness.StateTotal;
import org.knightswatch.recording.Gap.CauseBy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.knightswatch.recording.TakeStory.at;

class ExamCompletenessTest {

    private final ExamCompleteness exam = new ExamCompleteness(
            List.of(
                    total(RecordingState.OPEN, false, 3, 2_000, at(60)),
                    total(RecordingState.OPEN, true, 1, 0, at(40)),
                    total(RecordingState.COMPLETE, true, 5, 0, at(1))),
            List.of(
                    new CauseTotal(GapCause.NETWORK, CauseBy.CLIENT, true, 2, 2, 1_500),
                    new CauseTotal(GapCause.UNKNOWN, CauseBy.SERVER, false, 1, 1, 500)),
            null);

    @Test
    void addsUpWhatIsInEveryState() {
        assertThat(exam.recordings()).isEqualTo(9);
        assertThat(exam.recordings(RecordingState.OPEN)).isEqualTo(4);
        assertThat(exam.recordings(RecordingState.INCOMPLETE)).isZero();
        assertThat(exam.verified()).isEqualTo(6);
        assertThat(exam.missingSeconds()).isEqualTo(2);
        assertThat(exam.expectedSeconds()).isEqualTo(90);
    }

    @Test
    void isAsOldAsTheOldestJudgementOfWhatStillRuns() {
        assertThat(exam.judgedAt()).isEqualTo(at(40));
        assertThat(new ExamCompleteness(List.of(), List.of(), null).judgedAt()).isNull();
    }

    @Test
    void countsWhatTheServerDidNotSee() {
        assertThat(exam.unexplainedSeconds()).isEqualTo(0.5);
    }

    private static StateTotal total(
            RecordingState state, boolean verified, long recordings, long missing, Instant judgedAt) {
        return new StateTotal(state, verified, recordings, recordings * 10_000, 0, missing, 1, 1, judgedAt, null);
    }
}
