package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.recording.RecordingReport;
import org.knightswatch.recording.RecordingService;
import org.knightswatch.recording.SegmentLinks;
import org.knightswatch.recording.SegmentLinks.ArchivedSegment;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.TakeIndex;
import org.knightswatch.web.security.AttemptAccess;

/** What was recorded: the report of what is there and what is missing, and the recording itself. */
@Path("/attempts/{id}/recording")
@RequestScoped
@RolesAllowed({Role.IS_CANDIDATE, Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_PROCTOR, Role.IS_REVIEWER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recording")
public class RecordingResource {

    @Inject
    RecordingService recordings;

    @Inject
    SegmentLinks links;

    @Inject
    AttemptAccess access;

    @PathParam("id")
    AttemptId id;

    @GET
    @Operation(summary = "State, seconds, takes and gaps of every track.")
    public RecordingReport report() {
        access.toReport(id);
        return recordings.report(id);
    }

    @GET
    @Path("{track}.m3u8")
    @Produces({"application/vnd.apple.mpegurl", MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
    @Operation(summary = "HLS over the fMP4 takes, or over one of them, playable while recording.")
    public Response playlist(@PathParam("track") Track track, @QueryParam("take") TakeId take) {
        access.toRecording(id, Scope.RECORDINGS);
        String playlist = take == null ? recordings.playlist(id, track) : recordings.playlist(id, track, take);
        return Response.ok(playlist, "application/vnd.apple.mpegurl").build();
    }

    @GET
    @Path("{track}/takes")
    @RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
    @Operation(summary = "All takes of a track with the segments that can be played, WebM ones too.")
    public List<TakeIndex> takes(@PathParam("track") Track track) {
        access.toRecording(id, Scope.RECORDINGS);
        return recordings.index(id, track);
    }

    @GET
    @Path("segments/{takeId}/{sequence: \\d+}{ending: (\\.\\w+)?}")
    @RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
    @Operation(
            summary = "One segment, with any ending: 302 to where the store has it, or its bytes out of the archive.")
    public Response segment(@PathParam("takeId") TakeId take, @PathParam("sequence") int sequence) {
        access.toRecording(id, Scope.RECORDINGS);
        return links.of(id, take, sequence)
                .map(RecordingResource::found)
                .orElseGet(() -> bytes(links.open(id, take, sequence)));
    }

    @GET
    @Path("takes/{takeId}{ending: \\.\\w+}")
    @RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
    @Operation(summary = "All of an archived take, to be read by byte ranges: 302 to where the store has it.")
    public Response take(@PathParam("takeId") TakeId take) {
        access.toRecording(id, Scope.RECORDINGS);
        return found(links.of(id, take));
    }

    private static Response found(URI where) {
        return Response.status(Response.Status.FOUND).location(where).build();
    }

    private static Response bytes(ArchivedSegment segment) {
        return Response.ok(segment.in(), segment.type())
                .header(HttpHeaders.CONTENT_LENGTH, segment.bytes())
                .build();
    }
}
