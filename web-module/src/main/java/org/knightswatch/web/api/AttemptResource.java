package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptState;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.attempt.Presence;
import org.knightswatch.attempt.PresenceState;
import org.knightswatch.attempt.PresenceView;
import org.knightswatch.exam.ExamService;
import org.knightswatch.identity.Role;
import org.knightswatch.room.RoomService;
import org.knightswatch.room.RoomView;
import org.knightswatch.token.IssuedToken;
import org.knightswatch.token.JoinService;
import org.knightswatch.token.TokenClaims;
import org.knightswatch.web.security.Caller;

/** A candidate's own attempt. Anybody else's does not exist. */
@Path("/attempts/{id}")
@RequestScoped
@RolesAllowed(Role.IS_CANDIDATE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Taking part")
public class AttemptResource {

    @Inject
    AttemptService attempts;

    @Inject
    JoinService joins;

    @Inject
    RoomService rooms;

    @Inject
    ExamService exams;

    @Inject
    Presence presence;

    @Inject
    Caller caller;

    @POST
    @Path("token")
    @Operation(summary = "A new join token. The old one lives on for 30 s.")
    @APIResponse(responseCode = "401", description = "TOKEN_EXPIRED, TOKEN_REVOKED, TOKEN_SUPERSEDED")
    public TokenJson renew(@PathParam("id") AttemptId id) {
        TokenClaims token = present(id);
        IssuedToken renewed = joins.renew(token);
        return new TokenJson(renewed.token(), renewed.expiresAt(), renewed.serverTime());
    }

    @POST
    @Path("beat")
    @Operation(summary = "A sign of life, every 10 s, of clients without a socket.")
    public void beat(@PathParam("id") AttemptId id) {
        present(id);
    }

    @POST
    @Path("finish")
    @Operation(summary = "End the attempt. Uploading goes on.")
    public AttemptJson finish(@PathParam("id") AttemptId id) {
        present(id);
        return json(attempts.finish(id));
    }

    @GET
    @Operation(summary = "The attempt as it stands.")
    public AttemptJson get(@PathParam("id") AttemptId id) {
        present(id);
        return json(attempts.require(id));
    }

    /** Any call of a candidate is a sign of life. */
    private TokenClaims present(AttemptId id) {
        TokenClaims token = caller.takingPart(id);
        presence.beat(token.exam(), id);
        return token;
    }

    private AttemptJson json(AttemptView attempt) {
        RoomView room = rooms.require(attempt.room());
        return new AttemptJson(
                attempt.id().toString(),
                attempt.state(),
                presence.of(attempt).map(PresenceView::state).orElse(null),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.pauses().stream()
                        .map(pause -> new PauseJson(pause.fromAt(), pause.toAt()))
                        .toList(),
                attempt.extraSeconds(),
                attempt.endsAt(exams.require(attempt.exam()).endsAt()),
                new JoinJson.Room(room.id().toString(), room.number()),
                attempt.seat());
    }

    /** A renewed token. */
    public record TokenJson(String joinToken, Instant expiresAt, Instant serverTime) {}

    /** An attempt as its candidate sees it. */
    public record AttemptJson(
            String attemptId,
            AttemptState state,
            PresenceState presence,
            Instant startedAt,
            Instant endedAt,
            List<PauseJson> pauses,
            int extraSeconds,
            Instant endsAt,
            JoinJson.Room room,
            int seat) {}

    /** A pause; without an end it lasts. */
    public record PauseJson(Instant from, Instant to) {}
}
