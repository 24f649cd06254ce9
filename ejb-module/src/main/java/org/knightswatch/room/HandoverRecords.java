package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.knightswatch.identity.StaffId;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ServerClock;

/** Writes handovers down, in the transaction that makes them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY) // who watches and who is told so are one
public class HandoverRecords {

    private static final String WAITING = "select h from Handover h where h.roomId = :room"
            + " and h.acknowledgedAt is null and coalesce(h.toStaffId, :nobody) = :to order by h.at";
    private static final UUID NOBODY = new UUID(0, 0);

    @PersistenceContext
    EntityManager entities;

    @Inject
    StaffService staff;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /**
     * Somebody left a room, and {@code to} has it now, or nobody while that is null. What the leaver never acknowledged
     * goes on to the next: a note may not be lost because two left in a row.
     */
    public void handedOver(Handed handed, HandoverReason reason, String note) {
        Room room = entities.find(Room.class, handed.room());
        List<Handover> unread = handed.from() == null
                ? List.of()
                : waiting(handed.room(), handed.from().value());
        Handover handover = new Handover(room, handed.from(), reason, note, clock.instant());
        entities.persist(handover);
        if (handed.to() != null) {
            handover.take(handed.to(), clock.instant());
            unread.forEach(earlier -> earlier.take(handed.to(), clock.instant()));
        }
        audit.fire(AuditFact.of("ROOM_HANDED_OVER", "room:" + room.view().id())
                .saying(reason + " from " + name(handed.from()) + " to " + name(handed.to())
                        + (note == null ? "" : ": " + note)));
    }

    /** Somebody got a free place in a room: whatever waits there for a taker is theirs. */
    public void taken(UUID room, StaffId by) {
        waiting(room, NOBODY).forEach(handover -> handover.take(by, clock.instant()));
    }

    private List<Handover> waiting(UUID room, UUID to) {
        return entities.createQuery(WAITING, Handover.class)
                .setParameter("room", room)
                .setParameter("nobody", NOBODY)
                .setParameter("to", to)
                .getResultList();
    }

    private String name(StaffId id) {
        return id == null ? "nobody" : staff.find(id).map(StaffView::name).orElse("nobody");
    }

    /** A room that changed hands; null for nobody. */
    public record Handed(UUID room, StaffId from, StaffId to) {}
}
