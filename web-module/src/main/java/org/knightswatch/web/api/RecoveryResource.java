package org.knightswatch.web.api;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.identity.Role;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.transcript.Recovery;
import org.knightswatch.transcript.RecoveryRuns;
import org.knightswatch.transcript.RecoveryView;

/** Rebuilds the rows of recordings from the store, after the database was lost. */
@Path("/recovery")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Tag(name = "Recording")
public class RecoveryResource {

    @Inject
    Recovery recovery;

    @Inject
    RecoveryRuns runs;

    @POST
    @Operation(summary = "Put back what is missing, as the store knows it; while it runs, say how far it is.")
    public Response begin(WishJson wish) {
        Set<String> keys = wish == null || wish.keys() == null ? Set.of() : Set.copyOf(wish.keys());
        return Response.accepted(recovery.begin(keys)).build();
    }

    @GET
    @Operation(summary = "How far the newest run has come.")
    public RecoveryView progress() {
        return runs.progress().orElseThrow(() -> new ProctoringException(ProblemCode.NOT_FOUND));
    }

    /**
     * What may be said along.
     *
     * @param keys fingerprints of keys that are trusted, because whoever asks knows them from elsewhere
     */
    public record WishJson(List<String> keys) {}
}
