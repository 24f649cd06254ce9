package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.knightswatch.identity.Role;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.web.security.Caller;

/** Who is signed in. A wall that is open asks now and then, which keeps its session alive. */
@Path("/session")
@RequestScoped
@RolesAllowed({Role.IS_PROCTOR, Role.IS_REVIEWER, Role.IS_ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject
    Caller caller;

    @Inject
    ServerClock clock;

    @GET
    @Operation(summary = "Who is signed in.")
    public SessionJson get() {
        return new SessionJson(caller.staff().name(), clock.instant());
    }

    /** The signed-in person's account name. */
    public record SessionJson(String name, Instant serverTime) {}
}
