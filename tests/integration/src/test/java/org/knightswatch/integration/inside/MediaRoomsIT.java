package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.provider.MoodyProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** A provider in trouble costs live pictures for a while, and nobody a seat. */
@ExtendWith(ArquillianExtension.class)
class MediaRoomsIT {

    private static final int ROOM_SIZE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    MoodyProvider provider;

    @Test
    void seatsEverybodyWhileTheProviderFailsAndFinishesTheirRoomsLater() {
        TestExam exam = exam();
        provider.breakDown(exam.code());
        List<UUID> rooms = new ArrayList<>();
        for (int i = 1; i <= ROOM_SIZE + 1; i++) {
            JsonNode joined = join(exam, i);
            assertThat(joined.get("state").asText()).isEqualTo("RUNNING");
            assertThat(joined.path("grant").isObject()).isFalse();
            rooms.add(room(joined));
        }
        assertThat(rooms).noneMatch(provider::has);
        provider.recover(exam.code());
        // The timer, without anybody who joins
        Awaitility.await().atMost(PATIENCE).until(() -> rooms.stream().allMatch(provider::has));
        Awaitility.await().atMost(PATIENCE).until(() -> grant(join(exam, 1)).contains("moody-" + rooms.get(0)));
    }

    @Test
    void letsOnlyThoseWaitWhoNeedANewMediaRoom() throws Exception {
        TestExam exam = exam();
        UUID first = room(join(exam, 1));
        CountDownLatch answers = provider.slowDown(exam.code());
        for (int i = 2; i <= ROOM_SIZE; i++) {
            JsonNode joined = join(exam, i);
            assertThat(room(joined)).isEqualTo(first);
            assertThat(grant(joined)).contains("moody-" + first);
        }
        CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(() -> join(exam, ROOM_SIZE + 1));
        Awaitility.await().atMost(PATIENCE).until(() -> seated(exam) == ROOM_SIZE + 1);
        assertThat(grant(join(exam, 1))).contains("moody-" + first);
        assertThat(waiting).isNotDone();
        answers.countDown();
        JsonNode joined = waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(grant(joined)).contains("moody-" + room(joined));
    }

    private static TestExam exam() {
        return TestExam.open(2 * ROOM_SIZE, Map.of("provider", MoodyProvider.ID, "roomSize", ROOM_SIZE));
    }

    private static JsonNode join(TestExam exam, int candidate) {
        return exam.candidate("C-" + candidate).join().joined();
    }

    private static UUID room(JsonNode joined) {
        return UUID.fromString(joined.at("/room/id").asText());
    }

    private static String grant(JsonNode joined) {
        return joined.at("/grant/address").asText();
    }

    private static int seated(TestExam exam) {
        return exam.partner()
                .get(exam.path("/attempts"))
                .expect(200)
                .json()
                .get("total")
                .asInt();
    }
}
