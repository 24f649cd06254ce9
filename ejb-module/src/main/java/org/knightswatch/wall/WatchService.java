package org.knightswatch.wall;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.knightswatch.attempt.AttemptEnded;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.Network;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.media.MediaProviders;
import org.knightswatch.media.MediaRoom;
import org.knightswatch.media.Participant;
import org.knightswatch.room.ProctorsReseated;
import org.knightswatch.room.RoomService;

/**
 * Lets proctors watch the candidates of their rooms, and nobody else: while on duty there, while the attempt runs, and
 * not more of them at once than a candidate's uplink bears. It is checked at the beginning, and again whenever any of it
 * changes.
 */
@Stateless
public class WatchService {

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    ExamService exams;

    @Inject
    RoomService rooms;

    @Inject
    MediaProviders providers;

    @Inject
    WatchSettings settings;

    @Inject
    Network network;

    @Inject
    ServerClock clock;

    @Inject
    Event<WatchEnded> ended;

    @Inject
    Event<AuditFact> audit;

    /** Begins to watch. Answers what the candidate's browser needs to meet this watcher. */
    public JoinGrant begin(AttemptId id, StaffView proctor, String connection) {
        AttemptView attempt = requireWatchable(id, proctor);
        ExamView exam = exams.require(attempt.exam());
        List<Watch> open = rows(id);
        if (open.stream().noneMatch(watch -> watch.connection().equals(connection))) {
            int most = providers.require(exam.provider()).capabilities().mostWatchers();
            if (open.size() >= most) {
                throw new ProctoringException(ProblemCode.WATCHERS_FULL, most);
            }
            entities.persist(new Watch(id, proctor.id(), connection, network.node(), clock.instant()));
            audit.fire(fact("WATCH_BEGUN", id, connection).by(proctor.actor()));
        }
        return grant(attempt, exam, connection);
    }

    public void end(AttemptId id, String connection) {
        rows(id).stream().filter(watch -> watch.connection().equals(connection)).forEach(watch -> end(watch, null));
    }

    /** A socket is gone, and with it all that it watched. */
    public void endAll(String connection) {
        entities.createQuery("select w from Watch w where w.connection = :connection and w.toAt is null", Watch.class)
                .setParameter("connection", connection)
                .getResultList()
                .forEach(watch -> end(watch, null));
    }

    /** A node begins anew: whatever it had open before is over. */
    public void endAllOfThisNode() {
        entities.createQuery("select w from Watch w where w.node = :node and w.toAt is null", Watch.class)
                .setParameter("node", network.node())
                .getResultList()
                .forEach(watch -> end(watch, null));
    }

    /** Whether a socket watches a candidate now. */
    public boolean isOpen(AttemptId id, String connection) {
        return !entities.createQuery("select w.id from Watch w where w.openKey = :key")
                .setParameter("key", Watch.key(id, connection))
                .getResultList()
                .isEmpty();
    }

    /**
     * Sound is on or off at the proctor's end; written down like the watching itself. It ends with the watching at the
     * latest: the connection tells which belongs to which.
     */
    public void listen(AttemptId id, StaffView proctor, String connection, boolean on) {
        if (on && !isOpen(id, connection)) {
            throw new ProctoringException(ProblemCode.WATCH_REFUSED, "not watched");
        }
        audit.fire(
                fact(on ? "LISTENING_BEGUN" : "LISTENING_ENDED", id, connection).by(proctor.actor()));
    }

    /** Refuses whoever is not on duty for the candidate's room now. */
    public AttemptView requireOwn(AttemptId id, StaffView proctor) {
        AttemptView attempt = attempts.require(id);
        if (rooms.watchedBy(attempt.exam(), proctor.id()).stream()
                .noneMatch(room -> room.id().equals(attempt.room()))) {
            throw new ProctoringException(ProblemCode.NOT_ON_DUTY, attempt.room());
        }
        return attempt;
    }

    private AttemptView requireWatchable(AttemptId id, StaffView proctor) {
        AttemptView attempt = requireOwn(id, proctor);
        if (attempt.isOver()) {
            throw new ProctoringException(ProblemCode.WATCH_REFUSED, attempt.state());
        }
        return attempt;
    }

    public void onAttemptEnded(@Observes AttemptEnded event) {
        rows(event.place().attempt()).forEach(watch -> end(watch, ProblemCode.ATTEMPT_ENDED));
    }

    /** Off duty, or another room: what may not be watched any more is cut at once. */
    public void onReseated(@Observes ProctorsReseated event) {
        entities.createQuery(
                        "select w from Watch w join Attempt a on a.id = w.attemptId where w.toAt is null"
                                + " and a.examId = :exam and not exists (select p from ProctorSeat p join Duty d"
                                + " on d.id = p.dutyId where p.roomId = a.roomId and d.staffId = w.staffId"
                                + " and d.toAt is null)",
                        Watch.class)
                .setParameter("exam", event.exam().value())
                .getResultList()
                .forEach(watch -> end(watch, ProblemCode.NOT_ON_DUTY));
    }

    /** Who watches a candidate now, with what the candidate's browser needs to meet them. */
    public List<OpenWatch> open(AttemptId id) {
        List<Watch> open = rows(id);
        if (open.isEmpty()) {
            return List.of();
        }
        AttemptView attempt = attempts.require(id);
        ExamView exam = exams.require(attempt.exam());
        return open.stream()
                .map(watch -> new OpenWatch(watch.connection(), grant(attempt, exam, watch.connection())))
                .toList();
    }

    private List<Watch> rows(AttemptId id) {
        return entities.createQuery(
                        "select w from Watch w where w.attemptId = :attempt and w.toAt is null", Watch.class)
                .setParameter("attempt", id.value())
                .getResultList();
    }

    private JoinGrant grant(AttemptView attempt, ExamView exam, String connection) {
        Participant participant = new Participant(connection, false, settings.grantLife());
        MediaRoom room = new MediaRoom(attempt.room().value(), attempt.room().toString());
        return providers.require(exam.provider()).grant(room, participant);
    }

    private void end(Watch watch, ProblemCode why) {
        watch.end(clock.instant());
        audit.fire(fact("WATCH_ENDED", watch.attempt(), watch.connection()));
        ended.fire(new WatchEnded(watch.attempt(), watch.connection(), why));
    }

    private static AuditFact fact(String action, AttemptId attempt, String connection) {
        return AuditFact.of(action, "attempt:" + attempt).saying("connection " + connection);
    }

    /** A watch that goes on. */
    public record OpenWatch(String connection, JoinGrant grant) {}
}
