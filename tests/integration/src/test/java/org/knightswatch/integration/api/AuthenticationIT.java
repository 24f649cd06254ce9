package org.knightswatch.integration.api;

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

/** The one mechanism, down to {@code @RolesAllowed} in an EJB. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuthenticationIT {

    private static final String GUARDED = "/api/v1/guarded/";

    @Test
    void carriesASessionToTheEjb() {
        Api admin = StaffBrowser.signIn("admin").session();
        assertThat(admin.get(GUARDED + "administrators").expect(200).body()).isEqualTo("staff:admin");
    }

    @Test
    void refusesASessionWithoutTheRole() {
        Api proctor = StaffBrowser.signIn("proctor").session();
        proctor.get(GUARDED + "administrators").refused(403, "NOT_PERMITTED");
        proctor.get(GUARDED + "services").refused(403, "NOT_PERMITTED");
        assertThat(proctor.get(GUARDED + "everybody").expect(200).body()).isEqualTo("staff:proctor");
    }

    @Test
    void refusesNobodyWithAChallenge() {
        Answer answer = Api.anonymous().get(GUARDED + "administrators").refused(401, "NOT_SIGNED_IN");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void carriesAServiceKeyToTheEjb() {
        assertThat(Api.service().get(GUARDED + "services").expect(200).body()).isEqualTo("service:Demo");
    }

    @Test
    void carriesAJoinTokenToTheEjb() {
        Candidate candidate = TestExam.open(1).candidate("C-1").join();
        assertThat(candidate.api().get(GUARDED + "candidates").expect(200).body())
                .isEqualTo("candidate:" + candidate.attempt());
    }

    @Test
    void hidesFromKeysAndTokensWhatIsNotTheirs() {
        Candidate candidate = TestExam.open(1).candidate("C-1").join();
        candidate.api().get(GUARDED + "services").refused(404, "NOT_FOUND");
        candidate.api().get("/api/v1/exams/DEMO").refused(404, "NOT_FOUND");
        Api.service().get(candidate.path("")).refused(404, "NOT_FOUND");
    }

    @Test
    void refusesAWrongCredentialEvenWhereNoneIsNeeded() {
        Api.anonymous().bearer("kws_wrong").get(GUARDED + "everybody").refused(401, "CREDENTIAL_UNKNOWN");
        Api.anonymous().bearer("wrong").get(GUARDED + "everybody").refused(401, "TOKEN_INVALID");
    }

    @Test
    void takesNoTokenWhoseSignatureWasTouched() {
        Candidate candidate = TestExam.open(1).candidate("C-1").join();
        String token = candidate.token();
        int middle = token.indexOf('.') + 10;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        String forged = token.substring(0, middle) + other + token.substring(middle + 1);
        Api.anonymous().bearer(forged).get(candidate.path("")).refused(401, "TOKEN_INVALID");
    }

    @Test
    void sendsNobodyFromAPageToTheSignInAndBack() {
        Answer answer = Api.anonymous().get("/admin/exams?page=2").expect(302);
        assertThat(answer.header("Location")).endsWith("/login?next=%2Fadmin%2Fexams%3Fpage%3D2");
    }

    @Test
    void keepsAPageFromStaffOfAnotherRole() {
        StaffBrowser.signIn("proctor").session().get("/admin/exams").expect(403);
    }

    @Test
    void saysHowManyTriesAreLeftAfterAWrongPassword() {
        Answer answer =
                StaffBrowser.tryToSignIn("nobody-at-all", "wrong password").expect(200);
        assertThat(answer.body()).contains("After 4 more tries");
        assertThat(answer.body()).contains("role=\"alert\"");
    }

    @Test
    void endsASessionByPostOnly() {
        StaffBrowser browser = StaffBrowser.signIn("reviewer");
        browser.session().get("/logout").expect(405);
        browser.session().get("/api/v1/session").expect(200);
        browser.session()
                .with("Origin", Api.anonymous().address())
                .post("/logout")
                .expect(302);
        browser.session().get("/api/v1/session").refused(401, "NOT_SIGNED_IN");
    }
}
