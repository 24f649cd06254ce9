package org.knightswatch.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.archive.EvidenceKeys;
import org.knightswatch.archive.PublishedKey;
import org.knightswatch.identity.Role;

/** The keys that seal recordings: their public halves are for whoever wants to verify one. */
@Path("/evidence/keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recording")
public class EvidenceResource {

    @Inject
    EvidenceKeys keys;

    @GET
    @PermitAll
    @Operation(summary = "All public keys that seal recordings, or did, newest first.")
    public KeysJson list() {
        return new KeysJson(keys.published());
    }

    @POST
    @RolesAllowed(Role.IS_ADMINISTRATOR)
    @Operation(summary = "Make the next key; the others stay published.")
    public Response make() {
        return Response.status(Response.Status.CREATED).entity(keys.make()).build();
    }

    /** The keys. */
    public record KeysJson(List<PublishedKey> items) {}
}
