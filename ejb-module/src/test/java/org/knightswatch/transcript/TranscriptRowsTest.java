package org.knightswatch.transcript;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ServerClock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class TranscriptRowsTest {

    private static final AttemptId ATTEMPT = new AttemptId(Database.ATTEMPT);

    private final Transcript transcript = rows(new Database().withAttempt()).of(ATTEMPT);
    private final Database empty = new Database();

    @Test
    void putsTheSameRowsBack() throws IOException {
        int added = rows(empty).restore(Transcript.read(transcript.json()));

        assertThat(added).isEqualTo(10);
        assertThat(empty.ask("select judge_at is not null from recording")).isEqualTo("TRUE");
        empty.run("update recording set judge_at = null");
        assertThat(rows(empty).of(ATTEMPT)).isEqualTo(transcript);
    }

    @Test
    void namesNobody() {
        assertThat(new String(transcript.json(), UTF_8))
                .contains("C-17")
                .doesNotContain("Ada", "ada@example.org", "okonjo", "fire");

        rows(empty).restore(transcript);

        assertThat(empty.ask("select name from enrolment")).isEqualTo("C-17");
    }

    @Test
    void changesNothingThatIsThere() {
        rows(empty).restore(transcript);
        empty.run("update enrolment set name = 'Ada Byron'", "delete from segment where sequence = 1");

        assertThat(rows(empty).restore(transcript)).isEqualTo(1);

        assertThat(empty.ask("select name from enrolment")).isEqualTo("Ada Byron");
        assertThat(rows(empty).restore(transcript)).isZero();
    }

    @Test
    void addsNothingToWhatIsSealed() {
        rows(empty).restore(transcript);
        empty.run("update recording set sealing_at = current_timestamp", "delete from segment");

        assertThat(rows(empty).restore(transcript)).isZero();

        assertThat(empty.ask("select count(*) from segment")).isEqualTo("0");
    }

    @Test
    void meetsAnExamThatWasMadeAnew() {
        UUID anew = UUID.randomUUID();
        empty.withExam(anew);

        rows(empty).restore(transcript);

        assertThat(empty.ask("select exam_id from attempt")).isEqualTo(anew.toString());
        assertThat(empty.ask("select count(*) from exam")).isEqualTo("1");
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container here
    private static TranscriptRows rows(Database database) {
        TranscriptRows rows = new TranscriptRows();
        rows.database = database.source();
        rows.clock = new ServerClock();
        return rows;
    }
}
