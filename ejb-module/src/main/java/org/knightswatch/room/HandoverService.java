package org.knightswatch.room;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamId;
import org.knightswatch.identity.StaffId;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Shows handovers, and takes the word of those who have read them. */
@Stateless
public class HandoverService {

    private static final int SHOWN = 50;
    private static final String SELECT = "select new org.knightswatch.room.HandoverView(h.id, r.number, f.displayName,"
            + " t.displayName, h.reason, h.note, h.at, h.takenAt, b.displayName, h.acknowledgedAt)"
            + " from Handover h join Room r on r.id = h.roomId left join Staff f on f.id = h.fromStaffId"
            + " left join Staff t on t.id = h.toStaffId left join Staff b on b.id = h.acknowledgedById"
            + " where h.examId = :exam";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    /** Those of an exam: unread ones first, then the newest. */
    public List<HandoverView> of(ExamId exam) {
        return query(exam, " order by case when h.acknowledgedAt is null then 0 else 1 end, h.at desc")
                .setMaxResults(SHOWN)
                .getResultList();
    }

    /** Since when rooms that were left have waited for somebody. */
    public Map<UUID, Instant> abandoned(ExamId exam) {
        return entities.createQuery(
                        "select h.roomId, min(h.at) from Handover h where h.examId = :exam and h.takenAt is null"
                                + " group by h.roomId",
                        Object[].class)
                .setParameter("exam", exam.value())
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    /** What somebody took over and has not acknowledged yet, oldest first. */
    public List<HandoverView> waitingFor(ExamId exam, StaffId staff) {
        return query(exam, " and h.acknowledgedAt is null and h.toStaffId = :to order by h.at")
                .setParameter("to", staff.value())
                .getResultList();
    }

    /** Only by whoever took over; the first word counts. */
    public void acknowledge(UUID id, StaffView by) {
        Handover handover = entities.find(Handover.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (handover == null || !handover.isFor(by.id())) {
            throw new ProctoringException(ProblemCode.HANDOVER_UNKNOWN);
        }
        handover.acknowledge(by.id(), clock.instant());
    }

    private TypedQuery<HandoverView> query(ExamId exam, String rest) {
        return entities.createQuery(SELECT + rest, HandoverView.class).setParameter("exam", exam.value());
    }
}
