package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** Proctors on duty, and what goes on in an exam as lists. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ListsIT {

    private final TestExam exam = TestExam.open(3, Map.of("roomSize", 2));
    private final Api partner = exam.partner();

    @Test
    void putsAProctorOnDutyAndOffAgain() {
        exam.candidate("C-1").join();
        Answer duty = partner.post(exam.path("/proctors"), Map.of("proctor", "proctor"))
                .expect(200);
        assertThat(duty.text("proctor")).isEqualTo("proctor");
        assertThat(Answer.names(duty.json().get("rooms").get(0))).contains("id", "number");
        assertThat(room(0).get("proctors").toString()).isEqualTo("[\"proctor\"]");
        partner.delete(exam.path("/proctors/proctor")).expect(204);
        assertThat(room(0).get("proctors")).isEmpty();
        partner.delete(exam.path("/proctors/proctor")).expect(204);
    }

    @Test
    void putsNobodyElseOnDuty() {
        partner.post(exam.path("/proctors"), Map.of("proctor", "nobody")).refused(404, "STAFF_UNKNOWN");
        partner.post(exam.path("/proctors"), Map.of("proctor", "reviewer")).refused(409, "STAFF_NO_PROCTOR");
        partner.post(exam.path("/proctors"), Map.of()).blames("proctor", "FIELD_MISSING");
        partner.delete(exam.path("/proctors/nobody")).refused(404, "STAFF_UNKNOWN");
    }

    @Test
    void listsRoomsWithTheirSeats() {
        Candidate first = exam.candidate("C-1").join();
        exam.candidate("C-2").join();
        exam.candidate("C-3").join();
        JsonNode page = partner.get(exam.path("/rooms?size=1")).expect(200).json();
        assertThat(Answer.names(page)).contains("items", "page", "size", "total");
        assertThat(page.get("total").asInt()).isEqualTo(2);
        JsonNode room = page.get("items").get(0);
        assertThat(Answer.names(room)).contains("id", "number", "capacity", "candidates", "proctors");
        assertThat(room.get("number").asInt()).isEqualTo(1);
        assertThat(room.get("capacity").asInt()).isEqualTo(2);
        JsonNode seat = room.get("candidates").get(0);
        assertThat(Answer.names(seat)).contains("candidateId", "seat", "attemptId", "presence");
        assertThat(seat.get("attemptId").asText()).isEqualTo(first.attempt());
        assertThat(room(1).get("candidates")).hasSize(1);
    }

    @Test
    void listsAttemptsByTheirState() {
        Candidate done = exam.candidate("C-1").join();
        exam.candidate("C-2").join();
        done.api().post(done.path("/finish")).expect(200);
        JsonNode page =
                partner.get(exam.path("/attempts?state=COMPLETED")).expect(200).json();
        assertThat(page.get("total").asInt()).isEqualTo(1);
        JsonNode line = page.get("items").get(0);
        assertThat(Answer.names(line))
                .contains("attemptId", "candidateId", "number", "state", "room", "seat", "recording");
        assertThat(line.get("attemptId").asText()).isEqualTo(done.attempt());
        assertThat(partner.get(exam.path("/attempts")).json().get("total").asInt())
                .isEqualTo(2);
        partner.get(exam.path("/attempts?state=ASLEEP")).blames("state", "VALUE_UNKNOWN");
    }

    @Test
    void listsRecordings() {
        Candidate candidate = exam.candidate("C-1").join();
        JsonNode page = partner.get(exam.path("/recordings")).expect(200).json();
        assertThat(page.get("total").asInt()).isEqualTo(1);
        JsonNode line = page.get("items").get(0);
        assertThat(Answer.names(line))
                .contains("attemptId", "candidateId", "track", "state", "recordedSeconds", "expectedSeconds", "gaps");
        assertThat(line.get("attemptId").asText()).isEqualTo(candidate.attempt());
        assertThat(line.get("track").asText()).isEqualTo("camera");
        assertThat(line.get("state").asText()).isEqualTo("OPEN");
    }

    private JsonNode room(int index) {
        return partner.get(exam.path("/rooms")).expect(200).json().get("items").get(index);
    }
}
