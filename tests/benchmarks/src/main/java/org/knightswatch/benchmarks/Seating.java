package org.knightswatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the server keeps of a full exam, held against what it told the candidates.
 *
 * @param lost seats that were given out and are not there now
 * @param doubled candidates and seats that occur more than once
 * @param overfull rooms with more candidates than they hold
 */
record Seating(int rooms, long lost, long doubled, long overfull) {

    /** By what the API says of the rooms, and what each join was answered. */
    static Seating of(List<JsonNode> rooms, List<Answer> joins) {
        List<Place> stored =
                rooms.stream().flatMap(room -> Place.in(room).stream()).toList();
        Set<Place> known = new HashSet<>(stored);
        long lost = joins.stream()
                .filter(Answer::isGood)
                .filter(join -> !known.contains(Place.of(join.json())))
                .count();
        return new Seating(
                rooms.size(),
                lost,
                2L * stored.size() - candidates(stored) - seats(stored),
                rooms.stream().filter(Seating::isOverfull).count());
    }

    boolean isRight(int idealRooms) {
        return lost == 0 && doubled == 0 && overfull == 0 && rooms == idealRooms;
    }

    private static long candidates(List<Place> stored) {
        return stored.stream().map(Place::candidate).distinct().count();
    }

    private static long seats(List<Place> stored) {
        return stored.stream().map(Place::seat).distinct().count();
    }

    private static boolean isOverfull(JsonNode room) {
        return room.get("candidates").size() > room.get("capacity").asInt();
    }

    /** One candidate's attempt in one seat. */
    private record Place(String candidate, String attempt, String seat) {

        static List<Place> in(JsonNode room) {
            return room.get("candidates")
                    .valueStream()
                    .map(sits -> of(sits, room))
                    .toList();
        }

        static Place of(JsonNode joined) {
            return of(joined, joined.get("room"));
        }

        private static Place of(JsonNode who, JsonNode room) {
            String seat = room.get("id").asText() + " " + who.get("seat").asInt();
            return new Place(
                    who.get("candidateId").asText(), who.get("attemptId").asText(), seat);
        }
    }
}
