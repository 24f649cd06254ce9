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
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.identity.Role;
import org.knightswatch.still.Stills;
import org.knightswatch.wall.WatchService;
import org.knightswatch.web.security.Caller;

/** Stills of the live picture: walls send them, reviewers compare them. */
@Path("/attempts/{id}/stills")
@RequestScoped
@Tag(name = "Wall")
public class StillsResource {

    private static final String JPEG = "image/jpeg";

    @Inject
    Stills stills;

    @Inject
    WatchService watches;

    @Inject
    Caller caller;

    @PathParam("id")
    AttemptId id;

    @POST
    @RolesAllowed(Role.IS_PROCTOR)
    @Consumes(JPEG)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keep a still of what the wall shows of a candidate of one's own rooms.")
    public void keep(InputStream picture) {
        watches.requireOwn(id, caller.staff());
        stills.keep(id, caller.staff().actor(), picture);
    }

    @GET
    @Path("{still}")
    @RolesAllowed(Role.IS_REVIEWER)
    @Produces({JPEG, MediaType.APPLICATION_JSON})
    @Operation(summary = "A still as it was kept.")
    public byte[] picture(@PathParam("still") UUID still) {
        return stills.picture(id, still);
    }
}
