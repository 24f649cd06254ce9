package org.knightswatch.integration.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Answer;
import org.knightswatch.integration.client.Api;

import static org.assertj.core.api.Assertions.assertThat;

/** The description that is served beside the API. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OpenApiIT {

    private static final List<String> CALLS = List.of(
            "/api/v1/exams",
            "/api/v1/exams/{code}",
            "/api/v1/exams/{code}/roster",
            "/api/v1/exams/{code}/invitations",
            "/api/v1/exams/{code}/proctors",
            "/api/v1/exams/{code}/proctors/{proctor}",
            "/api/v1/exams/{code}/rooms",
            "/api/v1/exams/{code}/attempts",
            "/api/v1/exams/{code}/recordings",
            "/api/v1/invitations/open",
            "/api/v1/consents",
            "/api/v1/join",
            "/api/v1/resume",
            "/api/v1/attempts/{id}",
            "/api/v1/attempts/{id}/token",
            "/api/v1/attempts/{id}/beat",
            "/api/v1/attempts/{id}/finish",
            "/api/v1/attempts/{id}/takes/{takeId}",
            "/api/v1/attempts/{id}/takes/{takeId}/uploads",
            "/api/v1/attempts/{id}/takes/{takeId}/segments",
            "/api/v1/attempts/{id}/takes/{takeId}/segments/{sequence}",
            "/api/v1/attempts/{id}/takes/{takeId}/close",
            "/api/v1/attempts/{id}/recording");

    @Test
    void describesEveryCall() {
        Answer answer = Api.anonymous()
                .with("Accept", "application/json")
                .get("/openapi")
                .expect(200);
        JsonNode paths = answer.json().get("paths");
        assertThat(Answer.names(paths)).containsAll(CALLS);
    }
}
