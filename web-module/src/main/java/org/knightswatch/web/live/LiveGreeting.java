package org.knightswatch.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Deals with the first frame of a socket: who is there, and may they be? */
@ApplicationScoped
public class LiveGreeting {

    @Inject
    Tickets tickets;

    @Inject
    CandidateFrames candidates;

    @Inject
    ServerClock clock;

    void greet(LiveConnection connection, JsonObject frame, Collection<LiveConnection> others) {
        if (!frame.getString("t").equals("hello")) {
            throw new ProctoringException(ProblemCode.NOT_SIGNED_IN);
        }
        JsonObjectBuilder welcome = Frames.frame("welcome")
                .add("re", frame.getInt("id", 0))
                .add("serverTime", clock.instant().toString())
                .add("connection", connection.id())
                .add("beatMillis", LiveHub.BEAT_MILLIS);
        if (frame.containsKey("ticket")) {
            StaffView person = tickets.redeem(Frames.text(frame, "ticket"))
                    .orElseThrow(() -> new ProctoringException(ProblemCode.CREDENTIAL_UNKNOWN));
            connection.greeted(LiveParty.Staff.of(person));
            connection.send(welcome.build());
        } else {
            candidates.enter(connection, Frames.text(frame, "token"), welcome, others);
        }
    }
}
