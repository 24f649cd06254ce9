package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.Reach;
import org.knightswatch.identity.StaffView;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.LiveSocket;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.room.HandoverReason;
import org.knightswatch.room.HandoverService;
import org.knightswatch.room.HandoverView;

import static org.assertj.core.api.Assertions.assertThat;

/** Rooms change hands, and whoever gets one is told. */
@ExtendWith(ArquillianExtension.class)
class HandoverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestExam exam = TestExam.open(4, Map.of("roomSize", 1));

    @Inject
    Proctors proctors;

    @Inject
    HandoverService handovers;

    @Inject
    ExamService exams;

    @Test
    void handsRoomsToWhoeverCarriesLeast() {
        StaffView ada = proctors.onDuty(exam, "Ada");
        Candidate first = exam.candidate("C-1").join();
        exam.candidate("C-2").join();
        StaffView bo = proctors.onDuty(exam, "Bo");
        StaffView cy = proctors.onDuty(exam, "Cy");

        exam.partner()
                .delete(exam.path("/proctors/" + ada.name() + "?note=Seat%201%20has%20a%20cold"))
                .expect(204);

        assertThat(written()).hasSize(2).allSatisfy(handover -> {
            assertThat(handover.from()).isEqualTo("Ada");
            assertThat(handover.reason()).isEqualTo(HandoverReason.OFF_DUTY);
            assertThat(handover.note()).isEqualTo("Seat 1 has a cold");
            assertThat(handover.acknowledgedAt()).isNull();
        });
        assertThat(written()).extracting(HandoverView::to).containsExactlyInAnyOrder("Bo", "Cy");
        assertThat(Stream.of(1, 2).flatMap(number -> watchers(number).stream()))
                .containsExactlyInAnyOrder(bo.name(), cy.name());
        assertThat(first.api()
                        .get(first.path(""))
                        .expect(200)
                        .json()
                        .get("room")
                        .get("number")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void isAcknowledgedByWhoeverTookOver() {
        StaffView ada = proctors.onDuty(exam, "Ada");
        exam.candidate("C-1").join();
        Api bo = proctors.page(proctors.onDuty(exam, "Bo"));
        proctors.page(ada)
                .post(exam.path("/wall/leave"), Map.of("note", "Back at ten"))
                .expect(204);

        JsonNode handover =
                bo.get(exam.path("/wall")).expect(200).json().get("handovers").get(0);
        assertThat(handover.get("room").asInt()).isEqualTo(1);
        assertThat(handover.get("note").asText()).isEqualTo("Back at ten");
        String path = "/api/v1/handovers/" + handover.get("id").asText() + "/acknowledge";
        proctors.page(ada).post(path).refused(404, "HANDOVER_UNKNOWN");
        bo.post(path).expect(204);

        assertThat(bo.get(exam.path("/wall")).json().get("handovers")).isEmpty();
        assertThat(written().get(0).acknowledgedBy()).isEqualTo("Bo");
    }

    @Test
    void waitsForSomebodyWhenNobodyIsLeft() {
        StaffView ada = proctors.onDuty(exam, "Ada");
        exam.candidate("C-1").join();
        exam.partner().delete(exam.path("/proctors/" + ada.name())).expect(204);
        assertThat(written().get(0).to()).isNull();
        JsonNode room = StaffBrowser.signIn("admin")
                .session()
                .get(exam.path("/watching"))
                .expect(200)
                .json()
                .get("rooms")
                .get(0);
        assertThat(room.hasNonNull("unwatchedSince")).isTrue();

        proctors.onDuty(exam, "Bo");

        assertThat(written()).extracting(HandoverView::to).containsExactly("Bo");
        assertThat(written().get(0).takenAt()).isNotNull();
    }

    @Test
    void goesOnToTheNextWhenItWasNeverRead() {
        StaffView ada = proctors.onDuty(exam, "Ada");
        exam.candidate("C-1").join();
        StaffView bo = proctors.onDuty(exam, "Bo");
        exam.partner()
                .delete(exam.path("/proctors/" + ada.name() + "?note=Mind%20the%20door"))
                .expect(204);
        proctors.onDuty(exam, "Cy");
        exam.partner().delete(exam.path("/proctors/" + bo.name())).expect(204);

        assertThat(written()).extracting(HandoverView::to).containsExactly("Cy", "Cy");
        assertThat(written()).extracting(HandoverView::note).containsExactlyInAnyOrder("Mind the door", null);
    }

    @Test
    void takesTheRoomsOfWhoeverIsGone() {
        StaffView ada = proctors.onDuty(exam, "Ada");
        exam.candidate("C-1").join();
        StaffView bo = proctors.onDuty(exam, "Bo");
        assertThat(watchers(1)).containsExactly(ada.name());

        try (LiveSocket wall = LiveSocket.ofProctor(proctors.page(bo), exam)) {
            awaitBeating(wall, () -> watchers(1).equals(List.of(bo.name())));
            assertThat(written().get(0).reason()).isEqualTo(HandoverReason.GONE);
            try (LiveSocket back = LiveSocket.ofProctor(proctors.page(ada), exam)) {
                back.text("{\"v\":1,\"t\":\"beat\"}");
                awaitBeating(wall, () -> !isGone(ada));
            }
            exam.candidate("C-2").join();
            assertThat(watchers(2)).containsExactly(ada.name());
        }
    }

    @Test
    void leavesTheRoomsOfTheLastOne() {
        StaffView ada = proctors.onDuty(exam, "Ada");
        exam.candidate("C-1").join();
        Awaitility.await().during(Duration.ofSeconds(16)).atMost(PATIENCE).until(() -> watchers(1)
                .equals(List.of(ada.name())));
        assertThat(written()).isEmpty();
    }

    private void awaitBeating(LiveSocket wall, BooleanSupplier done) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            wall.text("{\"v\":1,\"t\":\"beat\"}");
            return done.getAsBoolean();
        });
    }

    private boolean isGone(StaffView proctor) {
        Answer answer = StaffBrowser.signIn("admin").session().get(exam.path("/watching"));
        return StreamSupport.stream(answer.expect(200).json().get("proctors").spliterator(), false)
                .filter(line -> line.get("proctor").asText().equals(proctor.name()))
                .allMatch(line -> line.get("gone").asBoolean());
    }

    private List<HandoverView> written() {
        return handovers.of(exams.require(ExamCode.fromString(exam.code()), Reach.EVERYTHING)
                .id());
    }

    private List<String> watchers(int number) {
        JsonNode room = exam.partner()
                .get(exam.path("/rooms"))
                .expect(200)
                .json()
                .get("items")
                .get(number - 1);
        return StreamSupport.stream(room.get("proctors").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
