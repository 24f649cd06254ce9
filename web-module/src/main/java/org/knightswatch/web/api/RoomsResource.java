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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.SeatMoves;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.exam.Reach;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.room.ProctorSeating;
import org.knightswatch.room.RoomId;
import org.knightswatch.wall.RoomsOverview;
import org.knightswatch.wall.RoomsView;
import org.knightswatch.wall.RoomsView.CandidateLine;
import org.knightswatch.wall.WallService;
import org.knightswatch.web.security.Caller;

/** The rooms of an exam, who watches them, and moving either by hand. */
@Path("/")
@RequestScoped
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms")
public class RoomsResource {

    @Inject
    ExamService exams;

    @Inject
    RoomsOverview overview;

    @Inject
    WallService wall;

    @Inject
    SeatMoves seats;

    @Inject
    ProctorSeating seating;

    @Inject
    StaffService staff;

    @Inject
    Caller caller;

    @GET
    @Path("exams/{code}/watching")
    @RolesAllowed({Role.IS_ADMINISTRATOR, Role.IS_PROCTOR})
    @Operation(summary = "All rooms, who watches them, and what was handed over; for proctors on duty as well.")
    public RoomsView watching(@PathParam("code") ExamCode code) {
        ExamView exam = exams.require(code, Reach.EVERYTHING);
        if (!caller.is(Role.ADMINISTRATOR)) {
            wall.watchedRooms(exam, caller.staff().id());
        }
        return overview.of(exam);
    }

    @GET
    @Path("exams/{code}/watching/candidates")
    @Operation(summary = "Those who take part and whose name or id holds a text, at most 20.")
    public List<CandidateLine> candidates(@PathParam("code") ExamCode code, @QueryParam("part") String part) {
        return overview.search(exams.require(code, Reach.EVERYTHING).id(), part == null ? "" : part.strip());
    }

    @POST
    @Path("attempts/{id}/seat")
    @Operation(summary = "Seat a candidate in another room; the attempt goes on.")
    public void moveCandidate(@PathParam("id") AttemptId id, SeatMoveJson body) {
        seats.move(id, new RoomId(require("room", Bodies.require(body).room())), body.reason());
    }

    @POST
    @Path("rooms/{id}/proctor")
    @Operation(summary = "Give a room to another proctor on duty.")
    public void moveRoom(@PathParam("id") UUID id, RoomMoveJson body) {
        StaffView to = staff.require(require("to", Bodies.require(body).to()));
        StaffView from = body.from() == null ? null : staff.require(body.from());
        seating.moveRoom(new RoomId(id), from, to, body.reason());
    }

    private static <T> T require(String field, T value) {
        if (value == null) {
            throw FieldProblem.of(field, ProblemCode.FIELD_MISSING).asException();
        }
        return value;
    }

    /** Where somebody shall sit, and why. */
    public record SeatMoveJson(UUID room, String reason) {}

    /** Whose place in a room goes to whom, and why; without {@code from} a free one or the first. */
    public record RoomMoveJson(String from, String to, String reason) {}
}
