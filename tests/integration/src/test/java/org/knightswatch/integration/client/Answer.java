package org.knightswatch.integration.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    public static final ObjectMapper JSON = new ObjectMapper();

    /** Fails unless the status is this one. */
    public Answer expect(int wanted) {
        assertThat(status).as(body).isEqualTo(wanted);
        return this;
    }

    /** Fails unless this is a problem, whole in every part that the API promises. */
    public Answer refused(int wanted, String code) {
        expect(wanted);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("code")).isEqualTo(code);
        assertThat(json().get("status").asInt()).isEqualTo(wanted);
        assertThat(text("type")).isNotEmpty();
        assertThat(text("title")).isNotEmpty();
        assertThat(text("detail")).isNotEmpty();
        return this;
    }

    /** Fails unless one field is to blame, with this code. */
    public Answer blames(String field, String code) {
        expect(400);
        List<String> blamed = new ArrayList<>();
        json().path("errors").forEach(error -> {
            assertThat(error.get("message").asText()).isNotEmpty();
            blamed.add(error.get("field").asText() + " " + error.get("code").asText());
        });
        assertThat(blamed).as(body).contains(field + " " + code);
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + body, e);
        }
    }

    public String text(String field) {
        JsonNode value = json().get(field);
        assertThat(value).as("%s in %s", field, body).isNotNull();
        return value.asText();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The names of an object's fields, or of the first object of a list. */
    public static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
