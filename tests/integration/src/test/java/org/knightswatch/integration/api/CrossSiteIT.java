package org.knightswatch.integration.api;

import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.StaffBrowser;
import org.knightswatch.integration.client.TestExam;

import static org.assertj.core.api.Assertions.assertThat;

/** What other sites can do with a browser that is signed in here: nothing. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CrossSiteIT {

    private static final String TICKET = "/api/v1/live/ticket";
    private static final String FOREIGN = "https://evil.example.org";

    private final StaffBrowser browser = StaffBrowser.signIn("proctor");

    @Test
    void takesChangingCallsOfOurOwnPages() {
        browser.onPage("/proctor/wall").post(TICKET).expect(200);
    }

    @Test
    void refusesOtherOrigins() {
        browser.session().post(TICKET).refused(403, "ORIGIN_REFUSED");
        browser.session().with("Origin", FOREIGN).post(TICKET).refused(403, "ORIGIN_REFUSED");
        browser.session().with("Origin", "null").post(TICKET).refused(403, "ORIGIN_REFUSED");
        browser.onPage("/proctor/wall").with("Origin", FOREIGN).post(TICKET).refused(403, "ORIGIN_REFUSED");
    }

    @Test
    void refusesOurOriginWithoutTheToken() {
        Api page = browser.session().with("Origin", browser.session().address());
        page.post(TICKET).refused(403, "CSRF_REFUSED");
        page.with("X-CSRF-Token", "guessed").post(TICKET).refused(403, "CSRF_REFUSED");
        String token = StaffBrowser.signIn("proctor").csrfToken("/proctor/wall");
        page.with("X-CSRF-Token", token).post(TICKET).refused(403, "CSRF_REFUSED");
    }

    @Test
    void answersNoPreflight() {
        Answer answer = Api.anonymous()
                .with("Origin", FOREIGN)
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "/api/v1/exams", null, null);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void letsPagesOfOtherSitesPostNothing() {
        Api.anonymous().with("Origin", FOREIGN).post("/login").expect(403);
        browser.session().with("Origin", FOREIGN).post("/logout").expect(403);
        browser.session().get("/api/v1/session").expect(200);
    }

    @Test
    void needsNoOriginWithAKey() {
        Api.service()
                .with("Origin", FOREIGN)
                .post("/api/v1/exams", TestExam.draft())
                .expect(201);
        Api.anonymous()
                .with("Origin", FOREIGN)
                .post("/api/v1/join", Map.of("invitation", "none"))
                .refused(404, "INVITATION_UNKNOWN");
    }
}
