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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.identity.Role;
import org.knightswatch.review.NoteView;
import org.knightswatch.review.ReviewService;
import org.knightswatch.review.ReviewView;
import org.knightswatch.review.Timeline;
import org.knightswatch.review.TimelineService;
import org.knightswatch.review.Verdict;
import org.knightswatch.web.security.Caller;

/** What reviewers see of an attempt, note and decide. */
@Path("/attempts/{id}")
@RequestScoped
@RolesAllowed(Role.IS_REVIEWER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review")
public class ReviewResource {

    @Inject
    ReviewService reviews;

    @Inject
    TimelineService timelines;

    @Inject
    Caller caller;

    @PathParam("id")
    AttemptId id;

    @GET
    @Path("timeline")
    @Operation(summary = "Everything that happened in an attempt, by its moments.")
    public Timeline timeline() {
        return timelines.of(id);
    }

    @POST
    @Path("notes")
    @Operation(summary = "Note something at a moment.")
    public Response note(NoteBody body) {
        NoteBody said = Bodies.require(body);
        NoteView note = reviews.note(id, said.at(), said.text(), caller.staff());
        return Response.status(Response.Status.CREATED).entity(note).build();
    }

    @PUT
    @Path("verdict")
    @Operation(summary = "Decide. The version is of the review that was read.")
    public ReviewView decide(VerdictBody body) {
        VerdictBody said = Bodies.require(body);
        long version = said.version() == null ? 0 : said.version();
        return reviews.decide(id, said.verdict(), said.reason(), caller.staff(), version);
    }

    /** A note at a moment. */
    public record NoteBody(Instant at, String text) {}

    /** A verdict with its reason. */
    public record VerdictBody(Verdict verdict, String reason, Long version) {}
}
