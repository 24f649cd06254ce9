package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.Presence;
import org.knightswatch.identity.Role;
import org.knightswatch.recording.CloseReason;
import org.knightswatch.recording.RecordingLimits;
import org.knightswatch.recording.SegmentDraft;
import org.knightswatch.recording.SegmentOutcome;
import org.knightswatch.recording.SegmentRelay;
import org.knightswatch.recording.TakeDraft;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.Takes;
import org.knightswatch.recording.UploadOffer;
import org.knightswatch.recording.UploadService;
import org.knightswatch.recording.Witness;
import org.knightswatch.token.TokenClaims;
import org.knightswatch.token.TokenScope;
import org.knightswatch.web.security.Caller;

/** Recording: takes, and the segments that browsers send to the store. A join token does, and an upload token. */
@Path("/attempts/{id}/takes/{takeId}")
@RequestScoped
@RolesAllowed(Role.IS_CANDIDATE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recording")
public class TakesResource {

    @Inject
    Takes takes;

    @Inject
    UploadService uploads;

    @Inject
    SegmentRelay relay;

    @Inject
    RecordingLimits limits;

    @Inject
    Presence presence;

    @Inject
    Caller caller;

    @PathParam("id")
    AttemptId id;

    @PathParam("takeId")
    TakeId takeId;

    @HeaderParam("X-Witness")
    String witness;

    @PUT
    @Operation(summary = "Announce a take; it may come late. 201, 200 when it stands so already, 409 TAKE_DIFFERS.")
    public Response announce(TakeDraft draft) {
        enter();
        boolean made = takes.announce(id, takeId, Bodies.require(draft));
        return Response.status(made ? Response.Status.CREATED : Response.Status.OK)
                .entity(new TakeJson(takeId))
                .build();
    }

    @POST
    @Path("uploads")
    @Operation(summary = "Where to send segments, up to 64. A URL fits exactly these bytes, once.")
    public UploadsJson uploads(SegmentsBody body) {
        enter();
        return new UploadsJson(uploads.offers(id, takeId, Bodies.require(body).segments()));
    }

    @POST
    @Path("segments")
    @Operation(summary = "Have segments looked for in the store, up to 256. Only what is proved is HELD.")
    public OutcomesJson commit(CommitBody body) {
        enter();
        CommitBody said = Bodies.require(body);
        return new OutcomesJson(uploads.commit(id, takeId, said.segments(), said.witness()));
    }

    @PUT
    @Path("segments/{sequence}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Relay for browsers that can't reach the store; the same outcome.")
    public SegmentOutcome relay(
            @PathParam("sequence") int sequence,
            @HeaderParam("X-Content-SHA256") String sha256,
            @HeaderParam("X-Start-Millis") Long start,
            @HeaderParam("X-Duration-Millis") Long duration,
            InputStream bytes) {
        enter();
        SegmentDraft claimed = new SegmentDraft(sequence, null, sha256, start, duration);
        return relay.take(id, takeId, claimed, Witness.ofHeader(witness), bytes);
    }

    @POST
    @Path("close")
    @Operation(summary = "Close a take with its last sequence; -1: nothing was recorded.")
    public Takes.Closing close(CloseBody body) {
        enter();
        CloseBody said = Bodies.require(body);
        return takes.close(id, takeId, said.lastSequence(), said.reason());
    }

    private void enter() {
        TokenClaims token = caller.uploading(id);
        limits.count(id);
        if (token.scope() == TokenScope.JOIN) {
            presence.beat(token.exam(), id);
        }
    }

    /** A take by its id. */
    public record TakeJson(TakeId takeId) {}

    /** Some segments of a take. */
    public record SegmentsBody(List<SegmentDraft> segments) {}

    /** Segments that are said to be in the store; the witness may be left out. */
    public record CommitBody(List<SegmentDraft> segments, Witness witness) {}

    /** Where to send them. */
    public record UploadsJson(List<UploadOffer> uploads) {}

    /** What became of them, in the order asked. */
    public record OutcomesJson(List<SegmentOutcome> segments) {}

    /** The end of a take. */
    public record CloseBody(Integer lastSequence, CloseReason reason) {}
}
