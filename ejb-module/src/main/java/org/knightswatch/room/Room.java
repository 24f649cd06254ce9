package org.knightswatch.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.kernel.Ids;
import org.knightswatch.media.MediaRoom;

/**
 * A group that is watched together. It keeps the size that its exam had when it was opened. Its counterpart at the
 * provider is PENDING until a call outside of every transaction has opened it.
 */
@Entity
class Room {

    @Id
    private UUID id;

    private UUID examId;
    private int number;
    private int capacity;
    private int proctorCapacity;

    @Column
    private String rosterGroup;

    @Column(nullable = false)
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private MediaState mediaState;

    private String mediaRef;

    @Column
    private Instant mediaTriedAt;

    protected Room() {}

    Room(ExamView exam, int number, String group, Instant now) {
        this.id = Ids.next();
        this.examId = exam.key();
        this.number = number;
        this.capacity = exam.roomSize();
        this.proctorCapacity = exam.proctorsPerRoom();
        this.rosterGroup = group;
        this.openedAt = now;
        this.mediaState = MediaState.PENDING;
    }

    void mediaTried(Instant now) {
        mediaTriedAt = now;
    }

    void mediaOpened(MediaRoom media) {
        mediaState = MediaState.OPEN;
        mediaRef = media.reference();
    }

    UUID id() {
        return id;
    }

    UUID examId() {
        return examId;
    }

    int capacity() {
        return capacity;
    }

    int proctorCapacity() {
        return proctorCapacity;
    }

    RoomView view() {
        MediaRoom media = mediaState == MediaState.OPEN ? new MediaRoom(id, mediaRef) : null;
        return new RoomView(new RoomId(id), new ExamId(examId), number, capacity, rosterGroup, openedAt, media);
    }

    /** Whether the provider has the room. */
    enum MediaState {
        PENDING,
        OPEN
    }
}
