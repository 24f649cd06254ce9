package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.media.MediaRoom;

/** The steps of opening a media room that are a transaction each. */
@Stateless
public class MediaRoomSteps {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(15);
    private static final int AT_ONCE = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    ServerClock clock;

    public void confirm(RoomId id, MediaRoom media) {
        entities.find(Room.class, id.value()).mediaOpened(media);
    }

    /** Rooms in which somebody has sat for a while, and that are still pending; noted as tried. */
    public List<RoomView> claimPending() {
        Instant now = clock.instant();
        List<UUID> pending = entities.createQuery(
                        "select r.id from Room r join Exam e on e.id = r.examId where r.mediaState = :pending"
                                + " and (r.mediaTriedAt is null or r.mediaTriedAt < :before) and e.endsAt > :now"
                                + " and exists (select s from Seat s where s.roomId = r.id and s.takenAt < :before)"
                                + " order by r.mediaTriedAt, r.openedAt",
                        UUID.class)
                .setParameter("pending", Room.MediaState.PENDING)
                .setParameter("before", now.minus(BETWEEN_TRIES))
                .setParameter("now", now)
                .setMaxResults(AT_ONCE)
                .getResultList();
        List<Room> claimed =
                claims.claim(Room.class, pending, AT_ONCE, room -> room.view().media() == null);
        claimed.forEach(room -> room.mediaTried(now));
        return claimed.stream().map(Room::view).toList();
    }
}
