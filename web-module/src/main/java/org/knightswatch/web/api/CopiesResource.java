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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.copy.Copies;
import org.knightswatch.copy.Copies.Announced;
import org.knightswatch.copy.CopyDraft;
import org.knightswatch.copy.CopyView;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.web.security.AttemptAccess;

/** What others recorded of an attempt: told of by its place in the store, and fetched by the archiver. */
@Path("/attempts/{id}/copies")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recording")
public class CopiesResource {

    @Inject
    Copies copies;

    @Inject
    AttemptAccess access;

    @PathParam("id")
    AttemptId id;

    @POST
    @Operation(summary = "Tell of a file below imports/ to be kept as a copy. 201, 200 when it is known already.")
    public Response announce(CopyDraft draft) {
        access.toRecording(id, Scope.RECORDINGS);
        Announced announced = copies.announce(id, Bodies.require(draft));
        return Response.status(announced.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(announced.copy())
                .build();
    }

    @GET
    @Operation(summary = "All copies that we were told of, and how far each has come.")
    public Items list() {
        access.toRecording(id, Scope.RECORDINGS);
        return new Items(copies.of(id));
    }

    /** All of them. */
    public record Items(List<CopyView> items) {}
}
