package org.knightswatch.integration.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.Demo;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.integration.ground.OwnServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Redis is away, or forgets, for longer than anybody may be silent: nobody is missing or gone for it, no room changes
 * hands, nothing is flagged, and no attempt ends. Time is moved; the timers that look go on in real time.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LongOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than between two looks of the timer of proctors. */
    private static final Duration LOOKED_AT = Duration.ofSeconds(6);

    /** As fast as every node has to know. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final OwnServer server = OwnServer.get();
    private final Demo demo = Demo.of(server.demo());
    private final Api nobody = Api.at(demo.address());
    private final StaffBrowser staff = StaffBrowser.signIn(demo, "admin");
    private final Api reviewer = StaffBrowser.signIn(demo, "reviewer").session();
    private final TestExam exam = TestExam.open(nobody.bearer(demo.serviceKey()), 2, Map.of("roomSize", 1));
    private final Candidate candidate = exam.candidate("C-1").join();
    private final Candidate silent = exam.candidate("C-2").join();

    @BeforeEach
    void bringTwoProctors() {
        for (String proctor : new String[] {"proctor", staff.hire("Ada")}) {
            exam.partner()
                    .post(exam.path("/proctors"), Map.of("proctor", proctor))
                    .expect(200);
        }
    }

    @AfterEach
    void startRedis() {
        server.redis().start();
    }

    @Test
    void goesOnForTenMinutesWithoutRedisAndHearsOfRevocations() {
        TestTake take = TestTake.announced(candidate);
        take.record(0);
        server.redis().stop();
        String token = candidate.token();
        for (int minute = 1; minute <= 10; minute++) {
            nobody.post("/api/v1/elsewhere/time/PT1M").expect(204);
            Api page = nobody.bearer(token);
            token = page.post(candidate.path("/token")).expect(200).text("joinToken");
            page.post(candidate.path("/beat")).expect(204);
            take.by(page).record(minute);
            isAsBefore();
        }
        exam.candidate("C-1").join();
        Awaitility.await()
                .during(LOOKED_AT)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(this::isAsBefore);

        Api page = nobody.bearer(token);
        nobody.post("/api/v1/elsewhere/revocations/" + candidate.attempt()).expect(204);
        Awaitility.await().atMost(SOON).untilAsserted(() -> page.post(candidate.path("/beat"))
                .refused(401, "TOKEN_REVOKED"));
        page.post(candidate.path("/token")).refused(401, "TOKEN_REVOKED");
    }

    @Test
    void callsNobodyGoneWhoCouldNotBeHeard() {
        Awaitility.await()
                .during(LOOKED_AT)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    server.redis().empty();
                    nobody.post("/api/v1/elsewhere/time/PT1S").expect(204);
                    isAsBefore();
                });
        Awaitility.await("that silence is noticed when it can be")
                .atMost(PATIENCE)
                .until(() -> {
                    candidate.api().post(candidate.path("/beat")).expect(204);
                    return presence(silent).equals("MISSING");
                });
    }

    private void isAsBefore() {
        JsonNode watching =
                staff.session().get(exam.path("/watching")).expect(200).json();
        assertThat(watching.get("handovers")).isEmpty();
        assertThat(watching.get("proctors"))
                .noneMatch(proctor -> proctor.get("gone").asBoolean());
        for (JsonNode attempt :
                exam.partner().get(exam.path("/attempts")).expect(200).json().get("items")) {
            assertThat(attempt.get("state").asText()).isEqualTo("RUNNING");
        }
        assertThat(presence(silent)).isIn("unknown", "CONNECTED");
        assertThat(reviewer.get(silent.path("/timeline")).expect(200).json().get("flags"))
                .isEmpty();
    }

    private String presence(Candidate of) {
        for (JsonNode attempt :
                exam.partner().get(exam.path("/attempts")).expect(200).json().get("items")) {
            if (attempt.get("attemptId").asText().equals(of.attempt())) {
                return attempt.path("presence").asText("unknown");
            }
        }
        throw new AssertionError(of.attempt());
    }
}
