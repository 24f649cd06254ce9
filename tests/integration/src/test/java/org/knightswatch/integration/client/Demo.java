package org.knightswatch.integration.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The accounts and the key of the demo, from the file that anybody who starts the application gets. */
public final class Demo {

    private final JsonNode contents;

    private Demo(JsonNode contents) {
        this.contents = contents;
    }

    /** Of the server under test. */
    public static Demo get() {
        return of(Path.of(System.getProperty("knightswatch.demo.file")));
    }

    public static Demo of(Path file) {
        try {
            return new Demo(Answer.JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return contents.get("baseUrl").asText();
    }

    public String serviceKey() {
        return contents.get("serviceKey").asText();
    }

    public String password(String account) {
        for (JsonNode staff : contents.get("staff")) {
            if (staff.get("name").asText().equals(account)) {
                return staff.get("password").asText();
            }
        }
        throw new IllegalArgumentException(account);
    }
}
