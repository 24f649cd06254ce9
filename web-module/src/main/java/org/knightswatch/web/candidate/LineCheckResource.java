package org.knightswatch.web.candidate;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.recording.LineCheck;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.store.PresignedUrl;
import org.knightswatch.token.Invitations;

/** Tries a candidate's line before there is an attempt. The invitation comes in a header, because the body is bytes. */
@Path("/line-check")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Taking part")
public class LineCheckResource {

    static final String INVITATION = "X-Invitation";

    @Inject
    Invitations invitations;

    @Inject
    LineCheck line;

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Measure the way up: at most 1 MiB, thrown away. 20 calls a minute.")
    @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
    public Swallowed measure(@HeaderParam(INVITATION) String invitation, InputStream bytes) {
        return new Swallowed(line.swallow(candidate(invitation), bytes));
    }

    @GET
    @Path("store")
    @Operation(summary = "Something in the store to fetch; without an address the store is away.")
    public StoreSign store(@HeaderParam(INVITATION) String invitation) {
        return new StoreSign(
                line.sign(candidate(invitation)).map(PresignedUrl::url).orElse(null));
    }

    private EnrolmentId candidate(String invitation) {
        return invitations.read(invitation).id();
    }

    /** How many bytes came. */
    public record Swallowed(long bytes) {}

    /** Where the sign lies. */
    public record StoreSign(URI url) {}
}
