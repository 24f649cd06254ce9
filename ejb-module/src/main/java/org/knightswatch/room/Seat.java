package org.knightswatch.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.kernel.Ids;
import org.knightswatch.roster.EnrolmentId;

/** A place in a room. All are made with the room, so that no room can ever hold more than it has seats. */
@Entity
class Seat {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID examId;

    private UUID roomId;
    private int number;
    private UUID enrolmentId;

    @Column
    private Instant takenAt;

    protected Seat() {}

    Seat(Room room, int number) {
        this.id = Ids.next();
        this.examId = room.examId();
        this.roomId = room.id();
        this.number = number;
    }

    boolean isFree() {
        return enrolmentId == null;
    }

    void take(EnrolmentId by, Instant now) {
        enrolmentId = by.value();
        takenAt = now;
    }

    void leave() {
        enrolmentId = null;
        takenAt = null;
    }

    SeatView view() {
        return new SeatView(new RoomId(roomId), number);
    }
}
