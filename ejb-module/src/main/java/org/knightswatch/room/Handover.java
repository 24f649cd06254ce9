package org.knightswatch.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.knightswatch.identity.StaffId;
import org.knightswatch.kernel.Ids;

/** That a room changed hands. Without a taker it waits for one; with one it waits to be read. */
@Entity
class Handover {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID examId;

    @Column
    private UUID roomId;

    private UUID fromStaffId;
    private UUID toStaffId;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private HandoverReason reason;

    @Column
    private String note;

    @Column(nullable = false)
    private Instant at;

    @Column
    private Instant takenAt;

    @Column
    private UUID acknowledgedById;

    private Instant acknowledgedAt;

    protected Handover() {}

    Handover(Room room, StaffId from, HandoverReason reason, String note, Instant now) {
        this.id = Ids.next();
        this.examId = room.examId();
        this.roomId = room.id();
        this.fromStaffId = from == null ? null : from.value();
        this.reason = reason;
        this.note = note;
        this.at = now;
    }

    /** Somebody has the room now. Whoever comes back to their own has nothing to read. */
    void take(StaffId by, Instant now) {
        toStaffId = by.value();
        takenAt = now;
        if (Objects.equals(toStaffId, fromStaffId)) {
            acknowledge(by, now);
        }
    }

    void acknowledge(StaffId by, Instant now) {
        if (acknowledgedAt == null) {
            acknowledgedById = by.value();
            acknowledgedAt = now;
        }
    }

    boolean isFor(StaffId staff) {
        return staff.value().equals(toStaffId);
    }
}
