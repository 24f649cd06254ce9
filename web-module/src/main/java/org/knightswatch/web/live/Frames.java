package org.knightswatch.web.live;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;

/** Frames of the live protocol, version 1: small JSON objects with a version and a type. */
final class Frames {

    private static final int VERSION = 1;

    // Each Json.create... looks for its provider anew
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private Frames() {}

    /** A frame that somebody sent; empty when it is none of ours. */
    static Optional<JsonObject> read(String text) {
        try (JsonReader reader = reader(text)) {
            JsonObject frame = reader.readObject();
            boolean ours = frame.getInt("v", 0) == VERSION && frame.get("t") instanceof JsonString;
            return ours ? Optional.of(frame) : Optional.empty();
        } catch (JsonException | ClassCastException e) {
            return Optional.empty();
        }
    }

    static JsonReader reader(String text) {
        return READERS.createReader(new StringReader(text));
    }

    static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    static JsonObjectBuilder frame(String type) {
        return object().add("v", VERSION).add("t", type);
    }

    static String text(JsonObject frame, String field) {
        if (frame.get(field) instanceof JsonString text) {
            return text.getString();
        }
        throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
    }

    static Optional<String> optional(JsonObject frame, String field) {
        return frame.get(field) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    static boolean flag(JsonObject frame, String field) {
        JsonValue value = frame.get(field);
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value);
        }
        throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
    }

    static JsonObject object(JsonObject frame, String field) {
        if (frame.get(field) instanceof JsonObject object) {
            return object;
        }
        throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
    }

    static Instant moment(JsonObject frame, String field) {
        try {
            return Instant.parse(text(frame, field));
        } catch (DateTimeParseException e) {
            throw FieldProblem.of(field, ProblemCode.FIELD_UNREADABLE).asException();
        }
    }

    static int whole(JsonObject frame, String field) {
        if (frame.get(field) instanceof JsonNumber number) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException e) {
                throw FieldProblem.of(field, ProblemCode.FIELD_UNREADABLE).asException();
            }
        }
        throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
    }

    static double number(JsonObject frame, String field) {
        if (frame.get(field) instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
    }
}
