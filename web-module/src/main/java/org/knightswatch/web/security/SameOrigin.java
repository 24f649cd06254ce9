package org.knightswatch.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.knightswatch.kernel.Network;

/** Knows our own origin, and whether a request comes from a page of ours. */
@ApplicationScoped
public class SameOrigin {

    @Inject
    Network network;

    /** Scheme, host and port as browsers see us, without a slash at the end. */
    public String of(HttpServletRequest request) {
        return network.publicUrl().orElseGet(() -> {
            String host = request.getHeader("Host");
            return request.getScheme() + "://" + (host == null ? request.getServerName() : host);
        });
    }

    public boolean holds(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && origin.equalsIgnoreCase(of(request));
    }
}
