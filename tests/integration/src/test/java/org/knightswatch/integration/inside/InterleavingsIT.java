package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.ground.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Candidates join, come back, and come five times at once, in any order and at the same moments, while Redis is emptied
 * now and then. After each round every fact about seats has to be right. The seed is in each failure.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class InterleavingsIT {

    private static final int CANDIDATES = 120;
    private static final int ROOM_SIZE = 4;
    private static final int ROUNDS = 30;
    private static final int WISHES = 15;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Map<String, String> places = new HashMap<>();

    @RepeatedTest(5)
    void keepsEverySeatWhateverComesInWhateverOrder() throws Exception {
        TestExam exam = TestExam.open(CANDIDATES, Map.of("roomSize", ROOM_SIZE));
        ExecutorService callers = Executors.newFixedThreadPool(WISHES);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                if (random.nextInt(4) == 0) {
                    Surroundings.get().redis().stop();
                    Surroundings.get().redis().start();
                }
                List<Callable<JsonNode>> wishes = wishes(exam);
                for (Future<JsonNode> joined : callers.invokeAll(wishes)) {
                    keepsItsPlace(joined.get());
                }
                areRight(exam, "round " + round + " of seed " + seed);
            }
        } finally {
            callers.shutdown();
        }
    }

    /** New ones, ones who come back, and some five times at once. */
    private List<Callable<JsonNode>> wishes(TestExam exam) {
        List<Callable<JsonNode>> wishes = new ArrayList<>();
        while (wishes.size() < WISHES) {
            String id = "C-" + (1 + random.nextInt(CANDIDATES));
            int times = random.nextInt(3) == 0 ? 5 : 1;
            for (int i = 0; i < times; i++) {
                wishes.add(() -> {
                    Candidate candidate = exam.candidate(id);
                    return candidate.join().joined();
                });
            }
        }
        return wishes;
    }

    private void keepsItsPlace(JsonNode joined) {
        String place = joined.get("attemptId") + " " + joined.get("room").get("id") + " " + joined.get("seat");
        assertThat(places.merge(joined.get("candidateId").asText(), place, (before, now) -> before))
                .as("the place of %s, seed %d", joined.get("candidateId"), seed)
                .isEqualTo(place);
    }

    private void areRight(TestExam exam, String when) {
        JsonNode rooms =
                exam.partner().get(exam.path("/rooms?size=1000")).expect(200).json();
        Set<String> seated = new HashSet<>();
        for (JsonNode room : rooms.get("items")) {
            assertThat(room.get("candidates").size()).as(when).isBetween(1, ROOM_SIZE);
            room.get("candidates").forEach(seat -> assertThat(
                            seated.add(seat.get("candidateId").asText()))
                    .as("%s is seated once, %s", seat, when)
                    .isTrue());
        }
        assertThat(seated).as(when).isEqualTo(places.keySet());
        assertThat(rooms.get("total").asInt()).as(when).isEqualTo((places.size() + ROOM_SIZE - 1) / ROOM_SIZE);
        assertThat(new HashSet<>(places.values())).as(when).hasSize(places.size());
    }
}
