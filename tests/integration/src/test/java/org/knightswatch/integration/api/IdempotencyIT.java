package org.knightswatch.integration.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** The same request again does nothing and is answered the same. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class IdempotencyIT {

    private final Api partner =
            Api.service().with("Idempotency-Key", UUID.randomUUID().toString());

    @Test
    void answersTheSameTheSecondTime() {
        Map<String, Object> draft = TestExam.draft();
        Answer first = partner.post("/api/v1/exams", draft).expect(201);
        Answer second = partner.post("/api/v1/exams", draft).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        partner.post("/api/v1/exams", TestExam.draft()).expect(201);
        partner.post("/api/v1/exams", TestExam.draft()).refused(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void repeatsAlsoARefusal() {
        Map<String, Object> draft = TestExam.draft();
        draft.put("roomSize", 0);
        partner.post("/api/v1/exams", draft).refused(400, "VALUE_OUT_OF_RANGE");
        partner.post("/api/v1/exams", draft).refused(400, "VALUE_OUT_OF_RANGE");
    }

    @Test
    void refusesAKeyThatIsNone() {
        Api.service()
                .with("Idempotency-Key", "k".repeat(201))
                .post("/api/v1/exams", TestExam.draft())
                .refused(400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void importsARosterOnce() {
        TestExam exam = TestExam.open(0);
        String rows = "candidate_id,name,email,group\nC-1,Ada,,\n";
        assertThat(partner.csv(exam.path("/roster"), rows).json().get("added").asInt())
                .isEqualTo(1);
        assertThat(partner.csv(exam.path("/roster"), rows).json().get("added").asInt())
                .isEqualTo(1);
        assertThat(exam.partner()
                        .get(exam.path("/invitations"))
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void makesOneExamOfManyRequestsAtOnce() {
        Map<String, Object> draft = TestExam.draft();
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> partner.post("/api/v1/exams", draft).status())
                .toList();
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        partner.post("/api/v1/exams", draft).expect(201);
    }
}
