package org.knightswatch.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.AnExam;
import org.knightswatch.kernel.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadingTest {

    private final List<ProctorSeat> seats = new ArrayList<>();
    private final Map<UUID, Long> candidates = new HashMap<>();
    private final UUID ada = Ids.next();
    private final UUID bo = Ids.next();
    private final UUID cy = Ids.next();

    @Test
    void leavesNoRoomUnwatchedWhileAnybodyIsThere() {
        IntStream.rangeClosed(1, 7).forEach(number -> room(number, 1, 0));

        spread(ada);

        assertThat(seats).noneMatch(ProctorSeat::isFree);
    }

    @Test
    void leavesAllRoomsToNobodyWhenNobodyIsThere() {
        room(1, 1, 5);

        assertThat(spread()).isEmpty();
        assertThat(seats).allMatch(ProctorSeat::isFree);
    }

    @Test
    void keepsTheLoadEvenByCandidatesAndByRooms() {
        room(1, 1, 25);
        room(2, 1, 25);
        room(3, 1, 25);
        room(4, 1, 3);
        room(5, 1, 0);
        room(6, 1, 0);

        spread(ada, bo, cy);

        for (UUID duty : List.of(ada, bo, cy)) {
            assertThat(rooms(duty)).hasSize(2).areExactly(1, new Condition<>(number -> number <= 3, "large"));
        }
    }

    @Test
    void givesWhatIsFreeToWhoeverCarriesLeast() {
        room(1, 1, 10).give(ada);
        room(2, 1, 4).give(bo);
        ProctorSeat left = room(3, 1, 10);

        spread(ada, bo);

        assertThat(left.dutyId()).isEqualTo(bo);
        assertThat(rooms(ada)).containsExactly(1);
    }

    @Test
    void watchesEveryRoomOnceBeforeAnyTwice() {
        room(1, 2, 10);
        room(2, 2, 10);
        room(3, 2, 0);

        List<ProctorSeat> filled = spread(ada, bo);

        assertThat(filled.subList(0, 3)).extracting(ProctorSeat::number).containsOnly(1);
        assertThat(seats).noneMatch(ProctorSeat::isFree);
    }

    @Test
    void thinksOfRoomsWithCandidatesFirst() {
        ProctorSeat empty = room(1, 1, 0);
        ProctorSeat small = room(2, 1, 2);
        ProctorSeat large = room(3, 1, 9);

        assertThat(spread(ada)).containsExactly(large, small, empty);
    }

    @Test
    void thinksOfUnwatchedRoomsBeforeSecondPlaces() {
        room(1, 2, 9);
        ProctorSeat second = seats.get(1);
        second.give(ada);
        room(2, 1, 1);

        assertThat(spread(ada, bo))
                .extracting(ProctorSeat::roomId)
                .first()
                .isEqualTo(seats.get(2).roomId());
    }

    @Test
    void putsNobodyIntoARoomTwice() {
        room(1, 2, 3);

        assertThat(spread(ada)).hasSize(1);
    }

    private List<ProctorSeat> spread(UUID... duties) {
        return new Spreading(seats, candidates, List.of(duties)).fill();
    }

    private ProctorSeat room(int number, int places, long sitting) {
        Room room = new Room(AnExam.between(Instant.EPOCH, Instant.MAX), number, null, Instant.EPOCH);
        candidates.put(room.id(), sitting);
        List<ProctorSeat> made = IntStream.rangeClosed(1, places)
                .mapToObj(place -> new ProctorSeat(room, place))
                .toList();
        seats.addAll(made);
        return made.get(0);
    }

    /** Their numbers, in the order of being made. */
    private List<Integer> rooms(UUID duty) {
        List<UUID> all = seats.stream().map(ProctorSeat::roomId).distinct().toList();
        return seats.stream()
                .filter(seat -> duty.equals(seat.dutyId()))
                .map(seat -> all.indexOf(seat.roomId()) + 1)
                .toList();
    }
}
