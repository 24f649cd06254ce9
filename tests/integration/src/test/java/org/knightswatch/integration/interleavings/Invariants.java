package org.knightswatch.integration.interleavings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** What has to be true of an exam after each step, whatever was done in it. */
final class Invariants {

    private static final Duration SOON = Duration.ofSeconds(30);

    private Invariants() {}

    /** Nobody sits twice, no seat is taken twice, and whoever sits has exactly one attempt. */
    static void oneAttemptAndOneSeatEach(Hall hall) {
        List<Picture.Seated> seated = hall.now().seated();
        assertThat(seated).extracting(Picture.Seated::candidate).doesNotHaveDuplicates();
        assertThat(seated)
                .extracting(one -> one.place().room() + " " + one.place().seat())
                .doesNotHaveDuplicates();
        assertThat(seated)
                .extracting(one -> one.place().attempt())
                .containsExactlyInAnyOrderElementsOf(hall.now().states().keySet());
    }

    /** All who were there, and all to whom the server said so; besides only those whom a killed server did not answer. */
    static void nobodyIsLost(Hall hall) {
        Set<String> expected = new TreeSet<>(hall.before().places().keySet());
        expected.addAll(hall.promises().joined().keySet());
        Set<String> there = hall.now().places().keySet();
        assertThat(there).containsAll(expected);
        assertThat(there)
                .allMatch(one -> expected.contains(one) || hall.promises().isUnsure(one));
    }

    /** The same attempt for ever, and the same seat, unless an administrator has moved somebody. */
    static void everybodyKeepsTheirPlace(Hall hall) {
        Map<String, Place> before = hall.before().places();
        Map<String, Place> now = hall.now().places();
        hall.promises()
                .joined()
                .forEach((candidate, places) -> places.forEach(place -> {
                    Place last = now.get(candidate);
                    assertThat(place.attempt()).as(candidate).isEqualTo(last.attempt());
                    if (!place.equals(before.get(candidate))) {
                        staysOrWasMoved(hall, candidate, place, last);
                    }
                }));
        before.forEach((candidate, place) -> {
            assertThat(now.get(candidate).attempt()).as(candidate).isEqualTo(place.attempt());
            staysOrWasMoved(hall, candidate, place, now.get(candidate));
        });
    }

    private static void staysOrWasMoved(Hall hall, String candidate, Place place, Place last) {
        Set<String> moved = hall.promises().moved(candidate);
        if (moved.isEmpty() && !hall.promises().isUnsure(candidate)) {
            assertThat(last).as(candidate).isEqualTo(place);
        } else if (!hall.promises().isUnsure(candidate)) {
            assertThat(moved).as(candidate).contains(last.room());
        }
    }

    /** Who has left is out for good, and nobody else is. */
    static void onlyThoseWhoLeftAreOut(Hall hall) {
        hall.now().places().forEach((candidate, place) -> {
            String state = hall.now().states().get(place.attempt());
            boolean left = hall.promises().finished().contains(candidate)
                    || hall.before().isOver(candidate);
            if (left || !hall.promises().isUnsure(candidate)) {
                assertThat(state).as(candidate).isEqualTo(left ? "COMPLETED" : "RUNNING");
            }
        });
    }

    /**
     * As few rooms as hold all, none with more than its seats. For a join that a killed server did not answer a room may
     * have been opened ahead; the next to come sits there.
     */
    static void fillsAsFewRoomsAsPossible(Hall hall) {
        Picture now = hall.now();
        assertThat(now.rooms()).allMatch(room -> room.taken() <= room.capacity());
        assertThat(now.rooms()).allMatch(room -> room.capacity() == Hall.ROOM_SIZE);
        int most = Math.max(
                hall.before().rooms().size(),
                roomsFor(now.seated().size() + hall.promises().unsure()));
        assertThat(now.rooms().size()).isBetween(roomsFor(now.seated().size()), most);
    }

    private static int roomsFor(long candidates) {
        return Math.toIntExact((candidates + Hall.ROOM_SIZE - 1) / Hall.ROOM_SIZE);
    }

    /** Who was put on duty is on duty, and who was taken off is not. */
    static void dutiesAreAsTheServerSaid(Hall hall) {
        Set<String> all = new HashSet<>(hall.before().onDuty());
        all.addAll(hall.now().onDuty());
        all.addAll(hall.promises().onDutyOrOff());
        for (String proctor : all) {
            Set<Boolean> said = hall.promises().duty(proctor);
            boolean known = said.size() < 2 && !hall.promises().isUnsure(proctor);
            if (known) {
                assertThat(hall.now().onDuty().contains(proctor))
                        .as(proctor)
                        .isEqualTo(said.isEmpty() ? hall.before().onDuty().contains(proctor) : said.contains(true));
            }
        }
    }

    /**
     * While anybody is on duty every room with candidates is watched, by those on duty and by nobody twice. What a killed
     * server has left undone is done soon after.
     */
    static void everyRoomIsWatched(Hall hall) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> isWatched(hall.look()));
    }

    private static void isWatched(Picture exam) {
        for (Picture.Room room : exam.rooms()) {
            assertThat(exam.onDuty()).containsAll(room.proctors());
            assertThat(room.proctors()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(Hall.PROCTORS_PER_ROOM);
            if (room.taken() > 0 && !exam.onDuty().isEmpty()) {
                assertThat(room.proctors()).isNotEmpty();
            }
        }
    }
}
