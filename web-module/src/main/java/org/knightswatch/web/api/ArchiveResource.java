package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.archive.Archive;
import org.knightswatch.archive.ArchiveView;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.web.security.AttemptAccess;

/** A recording as it is kept: one object a take, and the seal. */
@Path("/attempts/{id}/recording/{track}/archive")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recording")
public class ArchiveResource {

    @Inject
    Archive archive;

    @Inject
    AttemptAccess access;

    @PathParam("id")
    AttemptId id;

    @PathParam("track")
    Track track;

    @GET
    @Operation(summary = "Where a track is archived, and what lies there.")
    public ArchiveView get() {
        access.toRecording(id, Scope.RECORDINGS);
        return archive.of(id, track);
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One object as a file, or with ?play=true to be shown: 302 to where the store has it.")
    public Response file(@PathParam("name") String name, @QueryParam("play") boolean play) {
        access.toRecording(id, Scope.RECORDINGS);
        return Response.status(Response.Status.FOUND)
                .location(archive.link(id, track, name, play))
                .build();
    }
}
