package org.knightswatch.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.knightswatch.kernel.Ids;

/** A proctor's place in a room; as many as the exam had proctors a room when it was opened. */
@Entity
class ProctorSeat {

    @Id
    private UUID id;

    private UUID roomId;

    @Column(nullable = false)
    private int number;

    private UUID dutyId;

    protected ProctorSeat() {}

    ProctorSeat(Room room, int number) {
        this.id = Ids.next();
        this.roomId = room.id();
        this.number = number;
    }

    UUID roomId() {
        return roomId;
    }

    int number() {
        return number;
    }

    boolean isFree() {
        return dutyId == null;
    }

    UUID dutyId() {
        return dutyId;
    }

    void give(UUID duty) {
        dutyId = duty;
    }
}
