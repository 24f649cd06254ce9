package org.knightswatch.recording;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.roster.EnrolmentId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LineCheckTest {

    private final LineCheck line = new LineCheck();
    private final EnrolmentId candidate = new EnrolmentId(UUID.randomUUID());

    @Test
    void countsWhatComes() {
        assertThat(swallow(LineCheck.LARGEST)).isEqualTo(LineCheck.LARGEST);
    }

    @Test
    void refusesMoreThanItSays() {
        assertThatThrownBy(() -> swallow(LineCheck.LARGEST + 1))
                .isInstanceOfSatisfying(ProctoringException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ProblemCode.BODY_TOO_LARGE));
    }

    @Test
    void refusesACandidateWhoTriesAllTheTime() {
        for (int i = 0; i < 20; i++) {
            swallow(1);
        }

        assertThatThrownBy(() -> swallow(1))
                .isInstanceOfSatisfying(ProctoringException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ProblemCode.RATE_EXCEEDED));
        assertThat(line.swallow(new EnrolmentId(UUID.randomUUID()), new ByteArrayInputStream(new byte[1])))
                .isEqualTo(1);
    }

    private long swallow(int bytes) {
        return line.swallow(candidate, new ByteArrayInputStream(new byte[bytes]));
    }
}
