package org.knightswatch.integration.interleavings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.TestExam;

/**
 * How an exam stands, as its partner and an administrator see it.
 *
 * @param states of attempts, by attempt
 */
record Picture(List<Seated> seated, List<Room> rooms, Map<String, String> states, Set<String> onDuty) {

    static final Picture EMPTY = new Picture(List.of(), List.of(), Map.of(), Set.of());

    static Picture of(TestExam exam, Api administrator) {
        List<Seated> seated = new ArrayList<>();
        List<Room> rooms = new ArrayList<>();
        for (JsonNode room : items(exam, "/rooms")) {
            String id = room.get("id").asText();
            room.get("candidates").forEach(one -> seated.add(Seated.of(id, one)));
            List<String> proctors = new ArrayList<>();
            room.get("proctors").forEach(name -> proctors.add(name.asText()));
            rooms.add(new Room(
                    id, room.get("capacity").asInt(), room.get("candidates").size(), proctors));
        }
        Map<String, String> states = new HashMap<>();
        items(exam, "/attempts")
                .forEach(attempt -> states.put(
                        attempt.get("attemptId").asText(), attempt.get("state").asText()));
        Set<String> onDuty = new HashSet<>();
        administrator
                .get(exam.path("/watching"))
                .expect(200)
                .json()
                .get("proctors")
                .forEach(line -> onDuty.add(line.get("proctor").asText()));
        return new Picture(seated, rooms, states, onDuty);
    }

    /** By candidate. */
    Map<String, Place> places() {
        Map<String, Place> places = new HashMap<>();
        seated.forEach(one -> places.put(one.candidate(), one.place()));
        return places;
    }

    boolean isOver(String candidate) {
        Place place = places().get(candidate);
        return place != null && !states.get(place.attempt()).equals("RUNNING");
    }

    private static JsonNode items(TestExam exam, String list) {
        return exam.partner()
                .get(exam.path(list + "?size=1000"))
                .expect(200)
                .json()
                .get("items");
    }

    /** A candidate in a seat. */
    record Seated(String candidate, Place place) {

        private static Seated of(String room, JsonNode one) {
            return new Seated(
                    one.get("candidateId").asText(),
                    new Place(
                            one.get("attemptId").asText(), room, one.get("seat").asInt()));
        }
    }

    /** A room, with how many sit in it and who watches. */
    record Room(String id, int capacity, int taken, List<String> proctors) {}
}
