package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.conversation.ConversationService;
import org.knightswatch.conversation.MessageView;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.Reach;
import org.knightswatch.identity.Role;
import org.knightswatch.incident.FlagService;
import org.knightswatch.incident.FlagView;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.room.HandoverService;
import org.knightswatch.room.ProctorSeating;
import org.knightswatch.wall.WallService;
import org.knightswatch.wall.WallView;
import org.knightswatch.wall.WatchService;
import org.knightswatch.web.live.Tickets;
import org.knightswatch.web.security.Caller;

/** What the proctor's wall asks for; everything after that comes over the socket. */
@Path("/")
@RequestScoped
@RolesAllowed(Role.IS_PROCTOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Wall")
public class WallResource {

    @Inject
    WallService wall;

    @Inject
    ProctorSeating seating;

    @Inject
    HandoverService handovers;

    @Inject
    WatchService watches;

    @Inject
    ExamService exams;

    @Inject
    ConversationService conversations;

    @Inject
    FlagService flags;

    @Inject
    Tickets tickets;

    @Inject
    ServerClock clock;

    @Inject
    Caller caller;

    @GET
    @Path("duties")
    @Operation(summary = "The exams that the signed-in proctor is on duty in.")
    public List<DutyJson> duties() {
        return wall.watchedExams(caller.staff().id()).stream()
                .map(exam -> new DutyJson(exam.code().value(), exam.title(), exam.startsAt(), exam.endsAt()))
                .toList();
    }

    @GET
    @Path("exams/{code}/wall")
    @Operation(summary = "The rooms that the signed-in proctor watches, with everybody in them.")
    public WallView wall(@PathParam("code") ExamCode code) {
        return wall.of(exams.require(code, Reach.EVERYTHING), caller.staff().id());
    }

    @POST
    @Path("exams/{code}/wall/leave")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The signed-in proctor goes off duty, with a note for whoever takes over.")
    public void leave(@PathParam("code") ExamCode code, LeavingJson body) {
        seating.takeOffDuty(
                exams.require(code, Reach.EVERYTHING),
                caller.staff(),
                Bodies.require(body).note());
    }

    @POST
    @Path("handovers/{id}/acknowledge")
    @Operation(summary = "The signed-in proctor has read what goes with a room that they took over.")
    public void acknowledge(@PathParam("id") UUID id) {
        handovers.acknowledge(id, caller.staff());
    }

    @GET
    @Path("attempts/{id}/conversation")
    @Operation(summary = "Messages and flags of a candidate of one's own rooms; they count as read.")
    public ConversationJson conversation(@PathParam("id") AttemptId id) {
        watches.requireOwn(id, caller.staff());
        conversations.readAll(id);
        return new ConversationJson(conversations.of(id), flags.of(id));
    }

    @POST
    @Path("live/ticket")
    @RolesAllowed({Role.IS_PROCTOR, Role.IS_REVIEWER, Role.IS_ADMINISTRATOR})
    @Operation(summary = "A ticket for one socket, good for half a minute.")
    public TicketJson ticket() {
        return new TicketJson(tickets.issue(caller.staff()), clock.instant());
    }

    /** What whoever leaves has to say; may be nothing. */
    public record LeavingJson(String note) {}

    /** An exam to watch. */
    public record DutyJson(String code, String title, Instant startsAt, Instant endsAt) {}

    /** What was said and marked. */
    public record ConversationJson(List<MessageView> messages, List<FlagView> flags) {}

    /** A one-time ticket. */
    public record TicketJson(String ticket, Instant serverTime) {}
}
