package org.knightswatch.integration.inside;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.attempt.AttemptExpiry;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.audit.AuditRow;
import org.knightswatch.audit.AuditTrail;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.Reach;
import org.knightswatch.identity.StaffView;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.room.HandoverReason;
import org.knightswatch.room.HandoverService;
import org.knightswatch.room.HandoverView;
import org.knightswatch.room.ProctorPresence;
import org.knightswatch.room.ProctorWatch;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What timers do is done once, although every node's timer goes off. The node's own timers go on beside those who act
 * here.
 */
@ExtendWith(ArquillianExtension.class)
class ManyNodesIT {

    private static final int ROOMS = 3;
    private static final int CANDIDATES = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Proctors proctors;

    @Inject
    ProctorWatch watch;

    @Inject
    ProctorPresence presence;

    @Inject
    HandoverService handovers;

    @Inject
    ExamService exams;

    @Inject
    AttemptExpiry expiry;

    @Inject
    AttemptService attempts;

    @Inject
    AuditTrail trail;

    @Inject
    Witness witness;

    @Test
    void handOverEachRoomOnce() throws Exception {
        TestExam exam = TestExam.open(ROOMS, Map.of("roomSize", 1));
        StaffView ada = proctors.onDuty(exam, "Ada");
        join(exam, ROOMS);
        StaffView bo = proctors.onDuty(exam, "Bo");
        ExamId id = exams.require(ExamCode.fromString(exam.code()), Reach.EVERYTHING)
                .id();
        long reseatings = witness.reseatingsOf(id);

        lookAll(id, bo, () -> !handovers.of(id).isEmpty());

        assertThat(handovers.of(id))
                .hasSize(ROOMS)
                .allMatch(handover -> handover.reason() == HandoverReason.GONE)
                .extracting(HandoverView::room)
                .doesNotHaveDuplicates();
        assertThat(witness.reseatingsOf(id)).isEqualTo(reseatings + 1);
        assertThat(written("staff:" + ada.id(), "DUTY_GONE")).hasSize(1);

        presence.beat(id, ada.id());
        lookAll(id, bo, () -> !written("staff:" + ada.id(), "DUTY_BACK").isEmpty());

        assertThat(written("staff:" + ada.id(), "DUTY_BACK")).hasSize(1);
    }

    @Test
    void endEachAttemptOnce() throws Exception {
        TestExam exam = TestExam.open(CANDIDATES);
        List<AttemptId> all = join(exam, CANDIDATES);
        Map<String, Object> change = TestExam.draft();
        change.put("code", exam.code());
        change.put("endsAt", Instant.now().plusSeconds(1).toString());
        exam.partner().put(exam.path(""), change).expect(200);

        Awaitility.await().atMost(PATIENCE).until(() -> {
            Nodes.atOnce(expiry::expireSome);
            return all.stream().allMatch(id -> attempts.require(id).state() == AttemptState.EXPIRED);
        });

        assertThat(all).allSatisfy(attempt -> {
            assertThat(written("attempt:" + attempt, "ATTEMPT_EXPIRED")).hasSize(1);
            assertThat(witness.endingsOf(attempt)).isEqualTo(1);
        });
    }

    /** All look, while Bo is at the wall. */
    private void lookAll(ExamId exam, StaffView bo, Callable<Boolean> done) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            presence.beat(exam, bo.id());
            Nodes.atOnce(() -> {
                watch.look();
                return true;
            });
            return done.call();
        });
    }

    private List<AuditRow> written(String subject, String action) {
        return trail.list(subject, PageRequest.first(100)).items().stream()
                .filter(row -> row.action().equals(action))
                .toList();
    }

    private static List<AttemptId> join(TestExam exam, int candidates) {
        return IntStream.rangeClosed(1, candidates)
                .mapToObj(i -> exam.candidate("C-" + i).join())
                .map(Candidate::attempt)
                .map(AttemptId::fromString)
                .toList();
    }
}
