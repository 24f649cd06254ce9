package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.archive.TrackFile;
import org.knightswatch.archive.TrackFiles;
import org.knightswatch.archive.TrackFiles.Download;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.Scope;
import org.knightswatch.web.security.AttemptAccess;

/** A whole track as one file, for players of all kinds. */
@Path("/attempts/{id}/recording/{track}/files")
@RequestScoped
@RolesAllowed({Role.IS_SERVICE, Role.IS_ADMINISTRATOR, Role.IS_REVIEWER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recording")
public class TrackFilesResource {

    @Inject
    TrackFiles files;

    @Inject
    AttemptAccess access;

    @PathParam("id")
    AttemptId id;

    @PathParam("track")
    Track track;

    @GET
    @Operation(summary = "The files that the archived takes of a track make up: one for each kind of take.")
    public Items get() {
        access.toRecording(id, Scope.RECORDINGS);
        return new Items(files.of(id, track));
    }

    @GET
    @Path("{number: \\d+}")
    @Operation(summary = "One of them, to be saved.")
    public Response file(@PathParam("number") int number) {
        access.toRecording(id, Scope.RECORDINGS);
        Download download = files.download(id, track, number);
        TrackFile file = download.file();
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        StreamingOutput out = download.body()::write;
        return Response.ok(out, file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .build();
    }

    /** All of them. */
    public record Items(List<TrackFile> items) {}
}
