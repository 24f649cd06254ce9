package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** Seats are facts, however many candidates come at the same moment. */
@ExtendWith(ArquillianExtension.class)
class SeatsIT {

    private static final int CANDIDATES = 60;
    private static final int ROOM_SIZE = 7;
    private static final int AT_ONCE = 20;

    @Inject
    Proctors proctors;

    @Test
    void givesNoSeatTwiceAndFillsEveryRoom() throws Exception {
        TestExam exam = TestExam.open(CANDIDATES, Map.of("roomSize", ROOM_SIZE));
        List<JsonNode> joined = joinAtOnce(exam, ids(CANDIDATES));
        Set<String> seats = new HashSet<>();
        joined.forEach(answer -> seats.add(answer.get("room").get("id") + " " + answer.get("seat")));
        assertThat(seats).hasSize(CANDIDATES);
        JsonNode rooms = rooms(exam);
        assertThat(rooms.get("total").asInt()).isEqualTo((CANDIDATES + ROOM_SIZE - 1) / ROOM_SIZE);
        for (JsonNode room : rooms.get("items")) {
            assertThat(room.get("candidates").size()).isBetween(1, ROOM_SIZE);
            assertThat(room.get("capacity").asInt()).isEqualTo(ROOM_SIZE);
        }
    }

    @Test
    void makesOneAttemptOfOneCandidateInManyTabs() throws Exception {
        TestExam exam = TestExam.open(1);
        List<JsonNode> joined =
                joinAtOnce(exam, IntStream.range(0, 10).mapToObj(i -> "C-1").toList());
        assertThat(joined)
                .extracting(answer -> answer.get("attemptId"))
                .containsOnly(joined.get(0).get("attemptId"));
        assertThat(joined).extracting(answer -> answer.get("joinToken")).doesNotHaveDuplicates();
        assertThat(exam.partner()
                        .get(exam.path("/attempts"))
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsGroupsApart() throws Exception {
        TestExam exam = TestExam.open(0, Map.of("seating", "GROUP", "roomSize", 4));
        StringBuilder rows = new StringBuilder("candidate_id,name,email,group\n");
        IntStream.rangeClosed(1, 12)
                .forEach(i -> rows.append("C-" + i + ",Name,," + (i % 2 == 0 ? "North" : "South") + "\n"));
        exam.partner().csv(exam.path("/roster"), rows.toString()).expect(200);
        exam.readInvitations();
        joinAtOnce(exam, ids(12));
        for (JsonNode room : rooms(exam).get("items")) {
            Set<Integer> parities = new HashSet<>();
            room.get("candidates")
                    .forEach(seat -> parities.add(
                            Integer.parseInt(seat.get("candidateId").asText().substring(2)) % 2));
            assertThat(parities).hasSize(1);
        }
    }

    @Test
    void changesOfARunningExamAreForNewRoomsOnly() throws Exception {
        TestExam exam = TestExam.open(9, Map.of("roomSize", 2));
        joinAtOnce(exam, ids(4));
        Map<String, Object> change = TestExam.draft();
        change.put("code", exam.code());
        change.put("roomSize", 5);
        exam.partner().put(exam.path(""), change).expect(200);
        joinAtOnce(exam, ids(9).subList(4, 9));

        assertThat(rooms(exam).get("items"))
                .extracting(room -> room.get("candidates").size())
                .containsExactly(2, 2, 5);
    }

    @Test
    void spreadsEvenlyOverTheRoomsOfProctors() throws Exception {
        TestExam exam = TestExam.open(23, Map.of("seating", "BALANCE", "roomSize", 8));
        List.of("Ada", "Bo", "Cy").forEach(name -> proctors.onDuty(exam, name));
        joinAtOnce(exam, ids(7));
        assertThat(rooms(exam).get("items"))
                .extracting(room -> room.get("candidates").size())
                .containsExactlyInAnyOrder(3, 2, 2);
        joinAtOnce(exam, ids(23).subList(7, 23));
        assertThat(rooms(exam).get("items"))
                .extracting(room -> room.get("candidates").size())
                .containsExactlyInAnyOrder(8, 8, 7);
    }

    private static List<String> ids(int candidates) {
        return IntStream.rangeClosed(1, candidates).mapToObj(i -> "C-" + i).toList();
    }

    private static JsonNode rooms(TestExam exam) {
        return exam.partner().get(exam.path("/rooms?size=1000")).expect(200).json();
    }

    private static List<JsonNode> joinAtOnce(TestExam exam, List<String> ids)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<JsonNode>> joins = new ArrayList<>();
            ids.forEach(id -> joins.add(() -> exam.candidate(id).join().joined()));
            List<JsonNode> joined = new ArrayList<>();
            for (Future<JsonNode> join : threads.invokeAll(joins)) {
                joined.add(join.get());
            }
            return joined;
        } finally {
            threads.shutdown();
        }
    }
}
