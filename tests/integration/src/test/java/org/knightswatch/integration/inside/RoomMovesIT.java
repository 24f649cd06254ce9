package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.audit.AuditRow;
import org.knightswatch.audit.AuditTrail;
import org.knightswatch.identity.StaffView;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.kernel.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Candidates and rooms are moved by hand. */
@ExtendWith(ArquillianExtension.class)
class RoomMovesIT {

    private final TestExam exam = TestExam.open(5, Map.of("roomSize", 2));
    private final Api admin = StaffBrowser.signIn("admin").onPage("/admin/exams");

    @Inject
    Proctors proctors;

    @Inject
    AuditTrail trail;

    @Test
    void seatsACandidateElsewhereWhileTheAttemptGoesOn() {
        Candidate candidate = exam.candidate("C-1").join();
        exam.candidate("C-2").join();
        exam.candidate("C-3").join();
        move(candidate, 2);

        JsonNode attempt = candidate.api().get(candidate.path("")).expect(200).json();
        assertThat(attempt.get("state").asText()).isEqualTo("RUNNING");
        assertThat(attempt.get("room").get("number").asInt()).isEqualTo(2);
        assertThat(attempt.get("seat").asInt()).isEqualTo(2);
        candidate.api().post(candidate.path("/token")).expect(200);
        JsonNode again = candidate.join().joined();
        assertThat(again.get("attemptId")).isEqualTo(attempt.get("attemptId"));
        assertThat(again.get("room").get("number").asInt()).isEqualTo(2);
        JsonNode next = exam.candidate("C-4").join().joined();
        assertThat(next.get("room").get("number").asInt()).isEqualTo(1);
        assertThat(next.get("seat").asInt()).isEqualTo(1);
        AuditRow entry = trail.list("attempt:" + candidate.attempt(), PageRequest.first(10)).items().stream()
                .filter(row -> row.action().equals("ATTEMPT_MOVED"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor()).isEqualTo("staff:admin");
        assertThat(entry.detail()).isEqualTo("room 1 seat 1 to room 2 seat 2: noise");
    }

    @Test
    void cutsThePicturesOfTheOldRoomAndShowsThemInTheNew() {
        StaffView ada = proctors.onDuty(exam, "Ada");
        Candidate candidate = exam.candidate("C-1").join();
        exam.candidate("C-2").join();
        StaffView bo = proctors.onDuty(exam, "Bo");
        exam.candidate("C-3").join();
        Api boPage = proctors.page(bo);
        try (LiveSocket live = LiveSocket.of(candidate);
                LiveSocket old = LiveSocket.ofProctor(proctors.page(ada), exam);
                LiveSocket next = LiveSocket.ofProctor(boPage, exam)) {
            old.ok("watch", Map.of("attempt", candidate.attempt()));
            live.await("watch");
            move(candidate, 2);
            live.await("unwatch");
            assertThat(old.await("unwatched").get("code").asText()).isEqualTo("NOT_ON_DUTY");
            next.await("resync");
            assertThat(boPage.get(exam.path("/wall")).json().get("tiles"))
                    .anyMatch(tile -> tile.get("attemptId").asText().equals(candidate.attempt()));
            next.ok("watch", Map.of("attempt", candidate.attempt()));
            assertThat(old.no("watch", Map.of("attempt", candidate.attempt()))).isEqualTo("NOT_ON_DUTY");
        }
    }

    @Test
    void refusesFullRoomsMissingReasonsAndEndedAttempts() {
        Candidate candidate = exam.candidate("C-1").join();
        exam.candidate("C-2").join();
        exam.candidate("C-3").join();
        exam.candidate("C-4").join();
        Candidate last = exam.candidate("C-5").join();
        tryToMove(candidate, 2, "noise").refused(409, "ROOM_FULL");
        tryToMove(candidate, 1, "noise").refused(409, "ROOM_SAME");
        tryToMove(candidate, 3, " ").blames("reason", "FIELD_MISSING");
        last.api().post(last.path("/finish")).expect(200);
        tryToMove(last, 1, "noise").refused(409, "ATTEMPT_NOT_RUNNING");
        assertThat(candidate
                        .api()
                        .get(candidate.path(""))
                        .json()
                        .get("room")
                        .get("number")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsGroupsApart() {
        TestExam apart = TestExam.open(0, Map.of("seating", "GROUP", "roomSize", 4));
        apart.partner()
                .csv(apart.path("/roster"), "candidate_id,name,email,group\nN,Name,,North\nS,Name,,South\n")
                .expect(200);
        apart.readInvitations();
        Candidate north = apart.candidate("N").join();
        String south =
                apart.candidate("S").join().joined().get("room").get("id").asText();
        admin.post("/api/v1/attempts/" + north.attempt() + "/seat", Map.of("room", south, "reason", "noise"))
                .refused(409, "ROOM_OF_OTHER_GROUP");
    }

    @Test
    void givesARoomToAnotherProctor() {
        StaffView ada = proctors.onDuty(exam, "Ada");
        exam.candidate("C-1").join();
        StaffView bo = proctors.onDuty(exam, "Bo");
        String path = "/api/v1/rooms/" + room(1) + "/proctor";
        admin.post(path, Map.of("from", ada.name(), "to", bo.name())).blames("reason", "FIELD_MISSING");
        admin.post(path, Map.of("from", ada.name(), "to", bo.name(), "reason", "break"))
                .expect(204);

        JsonNode watching = admin.get(exam.path("/watching")).expect(200).json();
        assertThat(watching.get("rooms")
                        .get(0)
                        .get("proctors")
                        .get(0)
                        .get("name")
                        .asText())
                .isEqualTo("Bo");
        JsonNode handover = watching.get("handovers").get(0);
        assertThat(handover.get("reason").asText()).isEqualTo("MOVED");
        assertThat(handover.get("from").asText()).isEqualTo("Ada");
        assertThat(handover.get("note").asText()).isEqualTo("break");
        admin.post(path, Map.of("from", ada.name(), "to", bo.name(), "reason", "break"))
                .refused(409, "ROOM_WATCHED_ALREADY");
        admin.post(path, Map.of("to", proctors.make("Cy").name(), "reason", "break"))
                .refused(409, "PROCTOR_NOT_THERE");
    }

    @Test
    void letsProctorsLookButNotMove() {
        Api ada = proctors.page(proctors.onDuty(exam, "Ada"));
        Candidate candidate = exam.candidate("C-1").join();
        ada.get(exam.path("/watching")).expect(200);
        Map<String, Object> move = Map.of("room", room(1), "reason", "noise");
        ada.post("/api/v1/attempts/" + candidate.attempt() + "/seat", move).refused(403, "NOT_PERMITTED");
        ada.post("/api/v1/rooms/" + room(1) + "/proctor", Map.of("to", "proctor", "reason", "x"))
                .refused(403, "NOT_PERMITTED");
        ada.get(exam.path("/watching/candidates?part=c")).refused(403, "NOT_PERMITTED");
        proctors.page(proctors.make("Bo")).get(exam.path("/watching")).refused(403, "NOT_ON_DUTY");
        candidate.api().get(exam.path("/watching")).refused(404, "NOT_FOUND");
    }

    @Test
    void findsCandidatesByNameOrId() {
        Candidate candidate = exam.candidate("C-1").join();
        exam.candidate("C-2").join();
        JsonNode found = admin.get(exam.path("/watching/candidates?part=DATE%201"))
                .expect(200)
                .json();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("attemptId").asText()).isEqualTo(candidate.attempt());
        assertThat(admin.get(exam.path("/watching/candidates?part=c-")).json()).hasSize(2);
    }

    private void move(Candidate candidate, int to) {
        tryToMove(candidate, to, "noise").expect(204);
    }

    private Answer tryToMove(Candidate candidate, int to, String reason) {
        return admin.post(
                "/api/v1/attempts/" + candidate.attempt() + "/seat", Map.of("room", room(to), "reason", reason));
    }

    private String room(int number) {
        for (JsonNode room :
                exam.partner().get(exam.path("/rooms")).expect(200).json().get("items")) {
            if (room.get("number").asInt() == number) {
                return room.get("id").asText();
            }
        }
        throw new AssertionError("No room " + number);
    }
}
