package org.knightswatch.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** What the server answered; read as JSON only when nobody measures any more. */
record Answer(int status, String body) {

    static final ObjectMapper JSON = new ObjectMapper();

    boolean isGood() {
        return status / 100 == 2;
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String field) {
        return json().get(field).asText();
    }
}
