package org.knightswatch.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.knightswatch.identity.Role;
import org.knightswatch.kernel.Page;
import org.knightswatch.reconciliation.DifferenceView;
import org.knightswatch.reconciliation.Differences;
import org.knightswatch.reconciliation.ReconciliationRows;
import org.knightswatch.reconciliation.StoreAccount;
import org.knightswatch.reconciliation.StoreAccounts;

/** Says how the store and the rows compare. */
@Path("/reconciliation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Tag(name = "Recording")
public class ReconciliationResource {

    @Inject
    StoreAccounts accounts;

    @Inject
    Differences differences;

    @Inject
    ReconciliationRows rows;

    @GET
    @Operation(summary = "What comparing the store with the rows came to, and what differs now.")
    public AccountJson account(@BeanParam Paging paging) {
        return new AccountJson(accounts.now(), differences.list(paging.request()));
    }

    @POST
    @Operation(summary = "Compare everything again as soon as may be.")
    public Response compare() {
        rows.dueNow();
        return Response.accepted(accounts.now()).build();
    }

    /** Figures, and what differs, the newest first. */
    public record AccountJson(StoreAccount account, Page<DifferenceView> differences) {}
}
