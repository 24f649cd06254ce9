package org.knightswatch.copy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.AnExam;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.room.RoomId;
import org.knightswatch.roster.EnrolmentId;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What somebody tells of a file is looked at before anything is written down. The attempt went from 0 to 60. */
class CopyDraftTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T09:00:00Z");
    private static final String OBJECT = "imports/2026/room 7.mp4";

    @Test
    void takesWhatCanBe() {
        assertThatCode(() -> check(new CopyDraft("live-kit2", Track.CAMERA, OBJECT, at(-3_600))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "segments/default/a.mp4",
                "imports/",
                "imports",
                "imports//a.mp4",
                "imports/../segments/a.mp4",
                "imports/a\n.mp4",
                "imports/a\\b.mp4",
                "https://example.org/imports/a.mp4",
                "Imports/a.mp4"
            })
    void refusesWhatLiesElsewhere(String object) {
        refuses(new CopyDraft("janus", Track.CAMERA, object, at(0)));
    }

    @Test
    void refusesAKeyThatNoStoreTakes() {
        refuses(new CopyDraft("janus", Track.CAMERA, "imports/" + "a".repeat(201), at(0)));
        refuses(new CopyDraft("janus", Track.CAMERA, "imports" + "/a".repeat(500), at(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Janus", "-janus", "a/b", "jänus", "recorder", "abcdefghijklmnopqrstuvwxyz-0123"})
    void refusesWhatIsNoName(String source) {
        refuses(new CopyDraft(source, Track.CAMERA, OBJECT, at(0)));
    }

    @Test
    void refusesATimeFarFromTheAttempt() {
        refuses(new CopyDraft("janus", Track.CAMERA, OBJECT, at(-7 * 3_600)));
        refuses(new CopyDraft("janus", Track.CAMERA, OBJECT, at(121)));
    }

    @Test
    void refusesATrackThatTheExamDoesNotRecord() {
        refuses(new CopyDraft("janus", Track.SCREEN, OBJECT, at(0)));
        refuses(new CopyDraft("janus", null, OBJECT, at(0)));
    }

    private static void refuses(CopyDraft draft) {
        assertThatThrownBy(() -> check(draft)).isInstanceOf(ProctoringException.class);
    }

    private static void check(CopyDraft draft) {
        ExamView exam = AnExam.between(at(0), at(7_200));
        AttemptView attempt = new AttemptView(
                new AttemptId(UUID.randomUUID()),
                exam.id(),
                new EnrolmentId(UUID.randomUUID()),
                1,
                AttemptState.COMPLETED,
                new RoomId(UUID.randomUUID()),
                1,
                at(0),
                at(0),
                at(60),
                null,
                0,
                List.of(),
                1,
                null,
                null);
        draft.check(attempt, exam, at(9_000));
    }

    private static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }
}
