package org.knightswatch.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.room.RoomId;
import org.knightswatch.web.problem.ProblemTexts;
import org.knightswatch.web.problem.Reference;

/** All sockets of this node. It reads frames, has them dealt with, and answers requests. */
@ApplicationScoped
public class LiveHub {

    static final int BEAT_MILLIS = 5_000;
    private static final Logger LOG = Logger.getLogger(LiveHub.class.getName());
    private static final Duration TO_SAY_HELLO = Duration.ofSeconds(5);
    private static final Duration SILENT = Duration.ofMillis(3L * BEAT_MILLIS);

    private final Map<String, LiveConnection> bySession = new ConcurrentHashMap<>();

    @Inject
    LiveGreeting greeting;

    @Inject
    CandidateFrames candidates;

    @Inject
    StaffFrames staff;

    @Inject
    ProblemTexts texts;

    @Inject
    ServerClock clock;

    void opened(Session session) {
        bySession.put(session.getId(), new LiveConnection(session, clock.instant()));
    }

    void heard(Session session, String text) {
        LiveConnection connection = bySession.get(session.getId());
        Optional<JsonObject> frame = Frames.read(text);
        if (connection == null) {
            return;
        }
        if (frame.isEmpty()) {
            connection.close(CloseCodes.CANNOT_ACCEPT, "no frame of version 1");
            return;
        }
        connection.heard(clock.instant());
        deal(connection, frame.get());
    }

    void closed(Session session) {
        LiveConnection connection = bySession.remove(session.getId());
        if (connection != null && connection.party() instanceof LiveParty.Candidate candidate) {
            candidates.left(candidate);
        } else if (connection != null && connection.party() instanceof LiveParty.Staff) {
            staff.left(connection);
        }
    }

    Collection<LiveConnection> connections() {
        return bySession.values();
    }

    /** The walls that show a room. */
    List<LiveConnection> watching(RoomId room) {
        return connections().stream()
                .filter(connection -> connection.party() instanceof LiveParty.Staff staff && staff.watches(room))
                .toList();
    }

    /** The pages of a candidate's attempt. */
    List<LiveConnection> candidatesOf(AttemptId attempt) {
        return connections().stream()
                .filter(connection -> connection.isOf(attempt))
                .toList();
    }

    /** Closes sockets whose other end never said who it is, or has fallen silent. */
    void closeDead() {
        Instant now = clock.instant();
        for (LiveConnection connection : bySession.values()) {
            if (connection.party() == null
                    && connection.openedAt().plus(TO_SAY_HELLO).isBefore(now)) {
                connection.close(CloseCodes.VIOLATED_POLICY, "no hello");
            } else if (connection.heardAt().plus(SILENT).isBefore(now)) {
                connection.close(CloseCodes.GOING_AWAY, "silent");
            }
        }
    }

    private void deal(LiveConnection connection, JsonObject frame) {
        try {
            answer(connection, frame);
        } catch (ProctoringException e) {
            refuse(connection, frame, e);
        } catch (RuntimeException e) {
            String reference = Reference.make();
            LOG.log(Level.SEVERE, e, () -> "Reference " + reference + ": live frame " + frame.getString("t"));
            refuse(connection, frame, new ProctoringException(ProblemCode.UNEXPECTED, e, reference));
        }
    }

    private void answer(LiveConnection connection, JsonObject frame) {
        if (connection.party() == null) {
            greeting.greet(connection, frame, connections());
        } else if (frame.getString("t").equals("beat")) {
            JsonObjectBuilder beat =
                    Frames.frame("beat").add("serverTime", clock.instant().toString());
            if (connection.party() instanceof LiveParty.Candidate candidate) {
                candidates.beat(connection, candidate, beat);
            } else {
                staff.beat((LiveParty.Staff) connection.party());
            }
            connection.send(beat.build());
        } else {
            JsonObject extra = heed(connection, frame);
            if (frame.containsKey("id")) {
                var ok = Frames.frame("ok").add("re", frame.getInt("id"));
                extra.forEach(ok::add);
                connection.send(ok.build());
            }
        }
    }

    private JsonObject heed(LiveConnection connection, JsonObject frame) {
        if (connection.party() instanceof LiveParty.Candidate candidate) {
            return candidates.heed(connection, candidate, frame);
        } else if (connection.party() instanceof LiveParty.Staff person) {
            return staff.heed(connection, person, frame);
        }
        throw new ProctoringException(ProblemCode.TAKEOVER_WAITING);
    }

    private void refuse(LiveConnection connection, JsonObject frame, ProctoringException e) {
        var problem = texts.problem(e);
        if (frame.containsKey("id")) {
            connection.send(Frames.frame("no")
                    .add("re", frame.getInt("id", 0))
                    .add("code", problem.code())
                    .add("detail", problem.detail())
                    .build());
        }
        if (connection.party() == null) {
            connection.close(CloseCodes.VIOLATED_POLICY, problem.code());
        }
    }
}
