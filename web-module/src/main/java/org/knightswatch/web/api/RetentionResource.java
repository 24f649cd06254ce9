package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.exam.ExamCode;
import org.knightswatch.exam.ExamService;
import org.knightswatch.exam.ExamView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.retention.Erasure;
import org.knightswatch.retention.HoldView;
import org.knightswatch.retention.Holds;
import org.knightswatch.retention.Keep;
import org.knightswatch.retention.RetentionService;
import org.knightswatch.web.security.Caller;

/** How long the recordings of an exam are kept, what holds all of them, and how one candidate is erased. */
@Path("/exams/{code}")
@RequestScoped
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class RetentionResource {

    @Inject
    ExamService exams;

    @Inject
    RetentionService retention;

    @Inject
    Holds holds;

    @Inject
    Erasure erasure;

    @Inject
    Caller caller;

    @PathParam("code")
    ExamCode code;

    @GET
    @Path("retention")
    @RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR})
    @Operation(summary = "How long recordings are kept, and what goes when; or what another rule would purge.")
    public RetentionJson retention(@QueryParam("keep") Keep keep, @QueryParam("days") Integer days) {
        ExamView exam = exam();
        return keep == null
                ? RetentionJson.of(retention.preview(exam), holds.of(exam.id()))
                : RetentionJson.of(retention.preview(exam, keep, days), holds.of(exam.id()));
    }

    @PUT
    @Path("retention")
    @RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR})
    @Operation(summary = "Say how long recordings are kept. What is over by it goes within a minute.")
    public RetentionJson change(RetentionBody body) {
        RetentionBody said = Bodies.require(body);
        ExamView exam = exam();
        return RetentionJson.of(retention.change(exam, said.keep(), said.days()), holds.of(exam.id()));
    }

    @POST
    @Path("hold")
    @Operation(summary = "Hold everything of the exam: nothing is purged or erased.")
    @APIResponse(responseCode = "409", description = "HOLD_PLACED_ALREADY")
    public Response hold(ReasonBody body) {
        HoldView hold = holds.place(exam().id(), Bodies.require(body).reason(), caller.staff());
        return Response.status(Response.Status.CREATED).entity(hold).build();
    }

    @POST
    @Path("hold/release")
    @Operation(summary = "Release the exam's hold.")
    @APIResponse(responseCode = "404", description = "HOLD_UNKNOWN")
    public void release(ReasonBody body) {
        holds.release(exam().id(), Bodies.require(body).reason(), caller.staff());
    }

    @POST
    @Path("roster/{candidateId}/erasure")
    @Operation(summary = "Erase a candidate from the exam. It can't be undone.")
    @APIResponse(responseCode = "409", description = "ON_HOLD, ATTEMPT_STILL_RUNS")
    @APIResponse(responseCode = "410", description = "CANDIDATE_ERASED")
    public ErasedJson erase(@PathParam("candidateId") String candidateId, ErasureBody body) {
        ErasureBody said = Bodies.require(body);
        int attempts = erasure.erase(exam(), candidateId, said.confirmation(), said.reason(), caller.staff());
        return new ErasedJson(candidateId, attempts);
    }

    private ExamView exam() {
        return exams.require(code, caller.reach(Scope.EXAMS));
    }

    /** How long recordings are to be kept. */
    public record RetentionBody(Keep keep, Integer days) {}

    /** Why something is done. */
    public record ReasonBody(String reason) {}

    /** The candidate's id once more, and why. */
    public record ErasureBody(String confirmation, String reason) {}

    /** Who was erased, and how many attempts are purged. */
    public record ErasedJson(String candidateId, int attempts) {}
}
