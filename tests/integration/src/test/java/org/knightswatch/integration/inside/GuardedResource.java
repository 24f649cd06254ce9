package org.knightswatch.integration.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Lets everybody through to the guarded EJB. */
@Path("/guarded/{method}")
@RequestScoped
@PermitAll
@Produces("text/plain")
public class GuardedResource {

    @Inject
    Guarded guarded;

    @GET
    public String call(@PathParam("method") String method) {
        return switch (method) {
            case "administrators" -> guarded.administrators();
            case "services" -> guarded.services();
            case "candidates" -> guarded.candidates();
            default -> guarded.everybody();
        };
    }
}
