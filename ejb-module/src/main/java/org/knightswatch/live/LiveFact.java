package org.knightswatch.live;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;

/**
 * A small fact for whoever is connected and concerned.
 *
 * @param audience what the target is
 * @param target id of an attempt, a room, an exam or a connection
 * @param type how listeners tell facts apart, such as {@code message}
 * @param payload what there is to say; often only ids, and the node that delivers looks up the rest
 */
public record LiveFact(Audience audience, String target, String type, JsonObject payload) {

    /** Whom a fact concerns. */
    public enum Audience {
        /** The candidate's own page. */
        ATTEMPT,
        /** Pages that wait to take over an attempt. */
        WAITING,
        /** The staff that watches a room. */
        ROOM,
        /** The staff that watches any room of an exam. */
        EXAM,
        /** Everybody of the staff. */
        STAFF,
        /** One socket. */
        CONNECTION,
        /** Everybody on the node that hears it. */
        NODE
    }

    // Each Json.create... looks for its provider anew
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    public static LiveFact of(Audience audience, Object target, String type) {
        return new LiveFact(audience, target.toString(), type, JsonObject.EMPTY_JSON_OBJECT);
    }

    static JsonObjectBuilder json() {
        return BUILDERS.createObjectBuilder();
    }

    String toJson() {
        return json().add("audience", audience.name())
                .add("target", target)
                .add("type", type)
                .add("payload", payload)
                .build()
                .toString();
    }

    static LiveFact ofJson(String json) {
        try (var reader = READERS.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new LiveFact(
                    Audience.valueOf(object.getString("audience")),
                    object.getString("target"),
                    object.getString("type"),
                    object.getJsonObject("payload"));
        }
    }
}
