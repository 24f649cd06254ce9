package org.knightswatch.integration.interleavings;

import com.fasterxml.jackson.databind.JsonNode;

/** Whose attempt sits where. */
record Place(String attempt, String room, int seat) {

    /** As the answer to a join has it. */
    static Place of(JsonNode joined) {
        return new Place(
                joined.get("attemptId").asText(),
                joined.get("room").get("id").asText(),
                joined.get("seat").asInt());
    }
}
