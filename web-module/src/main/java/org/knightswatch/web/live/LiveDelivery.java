package org.knightswatch.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.live.LiveFact;
import org.knightswatch.room.RoomId;

/** Brings facts to the sockets of this node that they concern. */
@ApplicationScoped
public class LiveDelivery {

    @Inject
    LiveHub hub;

    @Inject
    TilePush tiles;

    @Inject
    LiveRooms rooms;

    @Inject
    AttemptPush attempts;

    public void deliver(@Observes LiveFact fact) {
        List<LiveConnection> concerned = concerned(fact);
        if (concerned.isEmpty()) {
            return;
        }
        switch (fact.type()) {
            case "tile" -> tiles.changed(AttemptId.fromString(fact.payload().getString("attempt")));
            case "attempt" -> attempts.changed(AttemptId.fromString(fact.target()));
            case "superseded" -> supersede(fact, concerned);
            case "revoked" -> concerned.forEach(LiveDelivery::revoke);
            case "resync" -> rooms.moved(concerned);
            default -> send(fact, concerned);
        }
    }

    private void send(LiveFact fact, List<LiveConnection> concerned) {
        JsonObjectBuilder frame = Frames.frame(fact.type());
        fact.payload().forEach(frame::add);
        JsonObject ready = frame.build();
        concerned.forEach(connection -> connection.send(ready));
    }

    private static void supersede(LiveFact fact, List<LiveConnection> concerned) {
        String by = fact.payload().getString("by");
        long lease = fact.payload().getJsonNumber("lease").longValue();
        for (LiveConnection connection : concerned) {
            boolean older = connection.party() instanceof LiveParty.Candidate candidate
                    && candidate.token().lease() <= lease
                    && !connection.id().equals(by);
            if (older) {
                connection.send(Frames.frame("superseded").build());
                connection.close(CloseCodes.NORMAL_CLOSURE, "superseded");
            }
        }
    }

    private static void revoke(LiveConnection connection) {
        connection.send(Frames.frame("revoked")
                .add("code", ProblemCode.TOKEN_REVOKED.name())
                .build());
        connection.close(CloseCodes.NORMAL_CLOSURE, "revoked");
    }

    private List<LiveConnection> concerned(LiveFact fact) {
        Predicate<LiveConnection> test =
                switch (fact.audience()) {
                    case ATTEMPT -> connection -> connection.isOf(AttemptId.fromString(fact.target()));
                    case WAITING -> connection -> connection.waitsFor(AttemptId.fromString(fact.target()));
                    case ROOM -> {
                        RoomId room = new RoomId(UUID.fromString(fact.target()));
                        yield c -> c.party() instanceof LiveParty.Staff staff && staff.watches(room);
                    }
                    case EXAM -> {
                        ExamId exam = new ExamId(UUID.fromString(fact.target()));
                        yield c -> c.party() instanceof LiveParty.Staff staff && exam.equals(staff.exam());
                    }
                    case STAFF -> connection -> connection.party() instanceof LiveParty.Staff;
                    case CONNECTION -> connection -> connection.id().equals(fact.target());
                    case NODE -> connection -> connection.party() != null;
                };
        return hub.connections().stream().filter(test).toList();
    }
}
