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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.retention.AttemptRetention;
import org.knightswatch.retention.HoldView;
import org.knightswatch.retention.Holds;
import org.knightswatch.retention.Purges;
import org.knightswatch.web.api.RetentionResource.ReasonBody;
import org.knightswatch.web.security.AttemptAccess;
import org.knightswatch.web.security.Caller;

/** How long the recordings of one attempt are kept, what holds them, and what stays of them. */
@Path("/attempts/{id}")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class AttemptRetentionResource {

    @Inject
    Purges purges;

    @Inject
    Holds holds;

    @Inject
    AttemptAccess access;

    @Inject
    Caller caller;

    @PathParam("id")
    AttemptId id;

    @GET
    @Path("retention")
    @Operation(summary = "From when recordings go, what holds them, and how far their removal is.")
    public AttemptRetention retention() {
        access.toRecording(id, Scope.ATTEMPTS);
        return purges.of(id);
    }

    @GET
    @Path("certificate")
    @Operation(summary = "What was signed of the removal, as a file; before its end what is to go.")
    @APIResponse(responseCode = "404", description = "CERTIFICATE_UNKNOWN")
    public Response certificate() {
        access.toRecording(id, Scope.ATTEMPTS);
        return Response.ok(purges.certificate(id))
                .header("Content-Disposition", "attachment; filename=\"certificate-" + id + ".json\"")
                .build();
    }

    @POST
    @Path("hold")
    @RolesAllowed({Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
    @Operation(summary = "Hold the attempt: it is neither purged nor erased.")
    @APIResponse(responseCode = "409", description = "HOLD_PLACED_ALREADY")
    @APIResponse(responseCode = "410", description = "RECORDING_PURGED")
    public Response hold(ReasonBody body) {
        HoldView hold = holds.place(id, Bodies.require(body).reason(), caller.staff());
        return Response.status(Response.Status.CREATED).entity(hold).build();
    }

    @POST
    @Path("hold/release")
    @RolesAllowed({Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
    @Operation(summary = "Release the attempt's own hold.")
    @APIResponse(responseCode = "404", description = "HOLD_UNKNOWN")
    public void release(ReasonBody body) {
        holds.release(id, Bodies.require(body).reason(), caller.staff());
    }
}
