package org.knightswatch.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.conversation.ConversationService;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.identity.StaffView;
import org.knightswatch.incident.FlagService;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.live.LiveChannel;
import org.knightswatch.live.LiveFact;
import org.knightswatch.live.LiveFact.Audience;
import org.knightswatch.media.JoinGrant;
import org.knightswatch.room.ProctorPresence;
import org.knightswatch.wall.InterventionService;
import org.knightswatch.wall.WatchService;

/** What a proctor's wall says over the socket. Every frame about a candidate needs duty in that candidate's room. */
@ApplicationScoped
public class StaffFrames {

    @Inject
    ExamService exams;

    @Inject
    LiveRooms rooms;

    @Inject
    ProctorPresence presence;

    @Inject
    WatchService watches;

    @Inject
    AttemptService attempts;

    @Inject
    InterventionService interventions;

    @Inject
    ConversationService conversations;

    @Inject
    FlagService flags;

    @Inject
    LiveChannel channel;

    @Inject
    LiveJson json;

    /** A wall of an exam is open. */
    void beat(LiveParty.Staff party) {
        if (party.exam() != null) {
            presence.beat(party.exam(), party.person().id());
        }
    }

    void left(LiveConnection connection) {
        watches.endAll(connection.id());
    }

    /** Deals with a frame. Answers what the answer holds besides its id. */
    JsonObject heed(LiveConnection connection, LiveParty.Staff party, JsonObject frame) {
        StaffView person = party.person();
        switch (frame.getString("t")) {
            case "subscribe" -> {
                rooms.subscribe(connection, party, exam(frame));
                beat((LiveParty.Staff) connection.party());
            }
            case "watch" -> {
                return watch(connection, person, attempt(frame));
            }
            case "unwatch" -> watches.end(attempt(frame), connection.id());
            case "signal" -> signal(connection, frame);
            case "listen" -> watches.listen(attempt(frame), person, connection.id(), Frames.flag(frame, "on"));
            case "say" -> {
                return say(person, frame);
            }
            case "hand" -> {
                watches.requireOwn(attempt(frame), person);
                attempts.raiseHand(attempt(frame), false);
            }
            case "flag" -> flag(person, frame);
            case "admit", "refuse", "pause", "resume", "extend", "end" -> {
                return intervene(person, frame);
            }
            default ->
                throw FieldProblem.of("t", ProblemCode.VALUE_UNKNOWN, frame.getString("t"), "a frame of version 1")
                        .asException();
        }
        return JsonObject.EMPTY_JSON_OBJECT;
    }

    private JsonObject watch(LiveConnection connection, StaffView person, AttemptId id) {
        JoinGrant grant = watches.begin(id, person, connection.id());
        JsonObject payload = Frames.object()
                .add("watcher", connection.id())
                .add("iceServers", json.of(grant.iceServers()))
                .add("relayOnly", grant.relayOnly())
                .build();
        channel.publish(new LiveFact(Audience.ATTEMPT, id.toString(), "watch", payload));
        return Frames.object()
                .add("iceServers", json.of(grant.iceServers()))
                .add("relayOnly", grant.relayOnly())
                .build();
    }

    private JsonObject say(StaffView person, JsonObject frame) {
        AttemptId id = attempt(frame);
        watches.requireOwn(id, person);
        var message = conversations.sayAsStaff(id, person.id(), Frames.text(frame, "text"));
        return Frames.object().add("message", json.of(message)).build();
    }

    /** Answers how the attempt stands after it: a wall can say until when it goes on. */
    private JsonObject intervene(StaffView person, JsonObject frame) {
        AttemptId id = attempt(frame);
        AttemptView attempt =
                switch (frame.getString("t")) {
                    case "admit" -> admit(id, person, frame);
                    case "refuse" -> interventions.refuse(id, page(frame), person, Frames.text(frame, "reason"));
                    case "resume" -> interventions.resume(id, person);
                    case "pause" -> interventions.pause(id, person, Frames.text(frame, "reason"));
                    case "extend" ->
                        interventions.extend(id, person, Frames.whole(frame, "minutes"), Frames.text(frame, "reason"));
                    default -> interventions.end(id, person, Frames.text(frame, "reason"));
                };
        return Frames.object().add("attempt", json.of(attempt)).build();
    }

    /** With a page, that page of another browser; else the attempt itself. */
    private AttemptView admit(AttemptId id, StaffView person, JsonObject frame) {
        return frame.containsKey("page")
                ? interventions.letIn(id, page(frame), person)
                : interventions.admit(id, person);
    }

    private static UUID page(JsonObject frame) {
        try {
            return UUID.fromString(Frames.text(frame, "page"));
        } catch (IllegalArgumentException e) {
            throw new ProctoringException(ProblemCode.TAKEOVER_DECIDED, e);
        }
    }

    /** Only to whom this socket watches. */
    private void signal(LiveConnection connection, JsonObject frame) {
        AttemptId to = AttemptId.fromString(Frames.text(frame, "to"));
        if (!watches.isOpen(to, connection.id())) {
            throw new ProctoringException(ProblemCode.WATCH_REFUSED, "not watched");
        }
        JsonObject payload = Frames.object()
                .add("from", connection.id())
                .add("data", Frames.object(frame, "data"))
                .build();
        channel.publish(new LiveFact(Audience.ATTEMPT, to.toString(), "signal", payload));
    }

    private void flag(StaffView person, JsonObject frame) {
        AttemptId id = attempt(frame);
        watches.requireOwn(id, person);
        flags.raise(
                id,
                person.actor(),
                Frames.number(frame, "severity"),
                Frames.text(frame, "reason"),
                Frames.optional(frame, "comment").orElse(null));
    }

    private ExamView exam(JsonObject frame) {
        return exams.require(ExamCode.fromString(Frames.text(frame, "exam")), Reach.EVERYTHING);
    }

    private static AttemptId attempt(JsonObject frame) {
        return AttemptId.fromString(Frames.text(frame, "attempt"));
    }
}
