package org.knightswatch.integration.api;

import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** One more attempt for a single candidate. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AllowancesIT {

    private static final Map<String, String> REASON = Map.of("reason", "The power was off");

    @Test
    void givesNothingMoreToWhomAProctorEnded() {
        TestExam exam = TestExam.open(1, Map.of("attempts", 2));
        Candidate candidate = ended(exam);
        assertThat(candidate.open().json().has("nextAttempt")).isFalse();
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");

        assertThat(allow(exam, "C-1").expect(200).body())
                .isEqualTo("{\"candidateId\":\"C-1\",\"attempts\":2,\"taken\":1}");
        assertThat(candidate.join().joined().get("attemptNumber").asInt()).isEqualTo(2);
    }

    @Test
    void allowsOneCandidateOneMore() {
        TestExam exam = TestExam.open(2);
        Candidate candidate = exam.candidate("C-1").join().finish();
        Candidate other = exam.candidate("C-2").join().finish();
        allow(exam, "C-1").expect(200);

        allow(exam, "C-1").refused(409, "ATTEMPT_ALLOWED_ALREADY");
        other.tryToJoin().refused(409, "ATTEMPT_ENDED");
        candidate.join();
        allow(exam, "C-1").refused(409, "ATTEMPT_NOT_OVER");
        candidate.finish();
        candidate.tryToJoin().refused(409, "ATTEMPT_ENDED");
        assertThat(allow(exam, "C-1").expect(200).json().get("attempts").asInt())
                .isEqualTo(3);
    }

    @Test
    void allowsNothingWithoutReasonOrToNobody() {
        TestExam exam = TestExam.open(1);
        allow(exam, "C-1").refused(409, "ATTEMPT_NOT_OVER");
        allow(exam, "c-1").refused(404, "CANDIDATE_UNKNOWN");
        exam.candidate("C-1").join().finish();
        for (Map<String, String> body : List.of(Map.<String, String>of(), Map.of("reason", " "))) {
            exam.partner().post(exam.path("/roster/C-1/attempts"), body).blames("reason", "FIELD_MISSING");
        }
        Api proctor = StaffBrowser.signIn("proctor").onPage("/proctor/wall");
        proctor.post(exam.path("/roster/C-1/attempts"), REASON).refused(403, "NOT_PERMITTED");
    }

    @Test
    void allowsOnceUnderOneIdempotencyKey() {
        TestExam exam = TestExam.open(1);
        exam.candidate("C-1").join().finish();
        Api partner = exam.partner().with("Idempotency-Key", "allow-" + exam.code());
        Answer first = partner.post(exam.path("/roster/C-1/attempts"), REASON).expect(200);
        Answer second = partner.post(exam.path("/roster/C-1/attempts"), REASON).expect(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void isWrittenDownWithItsReason() {
        TestExam exam = TestExam.open(1);
        exam.candidate("C-1").join().finish();
        Api admin = StaffBrowser.signIn("admin").onPage("/admin/exams");
        String reason = "Why " + exam.code();
        admin.post(exam.path("/roster/C-1/attempts"), Map.of("reason", reason)).expect(200);

        assertThat(admin.get("/admin/audit").expect(200).body())
                .contains("ATTEMPT_ALLOWED")
                .contains(reason);
    }

    private static Answer allow(TestExam exam, String candidate) {
        return exam.partner().post(exam.path("/roster/" + candidate + "/attempts"), REASON);
    }

    /** A candidate whose attempt a proctor ended. */
    private static Candidate ended(TestExam exam) {
        Candidate candidate = exam.candidate("C-1").join();
        FurtherAttemptsIT.atTheWall(exam, candidate, "end", Map.of("reason", "Somebody else sat there"));
        return candidate;
    }
}
