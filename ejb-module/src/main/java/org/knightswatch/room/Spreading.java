package org.knightswatch.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The rule by which proctors are spread over rooms: one watcher for every room before two for some, rooms with candidates
 * before empty ones, and each place to whoever carries least. A room weighs as much as its candidates, and one more, so
 * that empty rooms are shared as well.
 */
final class Spreading {

    private final List<ProctorSeat> seats;
    private final Map<UUID, Long> candidates;
    private final Map<UUID, Long> loads = new HashMap<>();

    /**
     * @param candidates how many sit in a room, by its id
     * @param duties of those who may get a place
     */
    Spreading(List<ProctorSeat> seats, Map<UUID, Long> candidates, Collection<UUID> duties) {
        this.seats = seats;
        this.candidates = candidates;
        duties.forEach(duty -> loads.put(duty, 0L));
        seats.stream().filter(seat -> !seat.isFree()).forEach(this::weigh);
    }

    /** Gives what is free to whoever may have it. Answers the places that were given. */
    List<ProctorSeat> fill() {
        List<ProctorSeat> filled = new ArrayList<>();
        for (ProctorSeat seat : byNeed()) {
            Optional<UUID> least = leastOutside(seat.roomId());
            if (least.isPresent()) {
                seat.give(least.get());
                weigh(seat);
                filled.add(seat);
            }
        }
        return filled;
    }

    private List<ProctorSeat> byNeed() {
        Set<UUID> watched = new HashSet<>();
        seats.stream().filter(seat -> !seat.isFree()).forEach(seat -> watched.add(seat.roomId()));
        return seats.stream()
                .filter(ProctorSeat::isFree)
                .sorted(Comparator.comparing((ProctorSeat seat) -> watched.contains(seat.roomId()))
                        .thenComparing(ProctorSeat::number)
                        .thenComparing(seat -> -sitting(seat))
                        .thenComparing(ProctorSeat::roomId))
                .toList();
    }

    private Optional<UUID> leastOutside(UUID room) {
        Set<UUID> inside = new HashSet<>();
        seats.stream()
                .filter(seat -> seat.roomId().equals(room) && !seat.isFree())
                .forEach(seat -> inside.add(seat.dutyId()));
        return loads.entrySet().stream()
                .filter(entry -> !inside.contains(entry.getKey()))
                .min(Map.Entry.<UUID, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private void weigh(ProctorSeat seat) {
        loads.computeIfPresent(seat.dutyId(), (duty, load) -> load + 1 + sitting(seat));
    }

    private long sitting(ProctorSeat seat) {
        return candidates.getOrDefault(seat.roomId(), 0L);
    }
}
