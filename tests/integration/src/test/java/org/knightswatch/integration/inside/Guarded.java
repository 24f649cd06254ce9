package org.knightswatch.integration.inside;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.knightswatch.identity.Role;

/** An EJB with one method for each role, behind no other guard. */
@Stateless
public class Guarded {

    @Resource
    SessionContext session;

    @RolesAllowed(Role.IS_ADMINISTRATOR)
    public String administrators() {
        return caller();
    }

    @RolesAllowed(Role.IS_SERVICE)
    public String services() {
        return caller();
    }

    @RolesAllowed(Role.IS_CANDIDATE)
    public String candidates() {
        return caller();
    }

    @PermitAll
    public String everybody() {
        return caller();
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }
}
