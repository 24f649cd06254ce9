package org.knightswatch.kernel;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdsTest {

    @Test
    void makesVersionSevenAndNeverTheSame() {
        assertThat(Stream.generate(Ids::next).limit(10_000).distinct().count()).isEqualTo(10_000);
        assertThat(Ids.next().version()).isEqualTo(7);
        assertThat(Ids.next().variant()).isEqualTo(2);
    }

    @Test
    void readsAnIdAndRefusesWhatIsNone() {
        UUID id = Ids.next();

        assertThat(Ids.parse(id.toString(), ProblemCode.ATTEMPT_UNKNOWN)).isEqualTo(id);
        assertThatThrownBy(() -> Ids.parse("1-2-3-4-5", ProblemCode.ATTEMPT_UNKNOWN))
                .isInstanceOf(ProctoringException.class)
                .hasMessageContaining("ATTEMPT_UNKNOWN");
        assertThatThrownBy(() -> Ids.parse(null, ProblemCode.ROOM_UNKNOWN)).hasMessageContaining("ROOM_UNKNOWN");
    }
}
