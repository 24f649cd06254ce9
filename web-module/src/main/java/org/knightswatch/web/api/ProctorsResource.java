package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.room.ProctorSeating;
import org.knightswatch.web.security.Caller;

/** Who watches an exam. */
@Path("/exams/{code}/proctors")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exams")
public class ProctorsResource {

    @Inject
    ExamService exams;

    @Inject
    StaffService staff;

    @Inject
    ProctorSeating seating;

    @Inject
    Caller caller;

    @POST
    @Operation(summary = "Put a proctor on duty.", description = "Answers the rooms that the proctor watches now.")
    public DutyJson start(@PathParam("code") ExamCode code, ProctorJson body) {
        ExamView exam = exams.require(code, caller.reach(Scope.EXAMS));
        String name = Bodies.require(body).proctor();
        if (name == null) {
            throw FieldProblem.of("proctor", ProblemCode.FIELD_MISSING).asException();
        }
        StaffView proctor = staff.require(name);
        List<RoomJson> rooms = seating.putOnDuty(exam, proctor).stream()
                .map(room -> new RoomJson(room.id().toString(), room.number()))
                .toList();
        return new DutyJson(proctor.name(), rooms);
    }

    @DELETE
    @Path("{proctor}")
    @Operation(summary = "Take a proctor off duty, at once; others take over their rooms.")
    public void end(
            @PathParam("code") ExamCode code, @PathParam("proctor") String proctor, @QueryParam("note") String note) {
        ExamView exam = exams.require(code, caller.reach(Scope.EXAMS));
        seating.takeOffDuty(exam, staff.require(proctor), note);
    }

    /** Who is to watch, by account name. */
    public record ProctorJson(String proctor) {}

    /** Who watches what. */
    public record DutyJson(String proctor, List<RoomJson> rooms) {}

    /** A room by its id and number. */
    public record RoomJson(String id, int number) {}
}
