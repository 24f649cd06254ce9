package org.knightswatch.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.knightswatch.store.ObjectStore;

/**
 * Tells browsers what our pages may do. Which scripts may run is PrimeFaces' part of the policy, because it knows the
 * nonce; two policies are both in force.
 */
public class HeadersFilter extends HttpFilter {

    /** The query parameter that marks what a file of ours holds: under such an address it never changes. */
    public static final String CONTENT_MARK = "v";

    private static final long serialVersionUID = 1L;
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    @Inject
    transient ObjectStore store;

    @Inject
    transient ContentMarks marks;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", openerPolicy(path));
        response.setHeader(
                "Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self), geolocation=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (path.startsWith("/api/")) {
            response.addHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("Cache-Control", "no-store");
        } else if (path.startsWith("/resources/")) {
            response.setHeader("Cache-Control", isMarked(request) ? FOR_GOOD : "no-cache");
        } else if (!path.startsWith("/jakarta.faces.resource/")) {
            response.addHeader("Content-Security-Policy", pagePolicy(path));
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    /** Only with the mark of what lies here: in an update the page may be of one node, and the file of another. */
    private boolean isMarked(HttpServletRequest request) {
        String mark = request.getParameter(CONTENT_MARK);
        return mark != null
                && marks.of(request.getServletPath()).filter(mark::equals).isPresent();
    }

    /** An exam platform's page may open the recorder, which then tells it how it stands. */
    private static String openerPolicy(String path) {
        return path.equals("/candidate/exam") ? "unsafe-none" : "same-origin-allow-popups";
    }

    private String pagePolicy(String path) {
        String origins = String.join(" ", store.publicOrigins());
        String framedBy = path.startsWith("/candidate/sample") ? "'self'" : "'none'";
        return "connect-src 'self' " + origins
                + "; img-src 'self' blob:; media-src 'self' blob: " + origins
                + "; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; worker-src 'self' blob:"
                + "; frame-src " + (path.startsWith("/candidate/") ? "'self' https: http:" : "'none'")
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors " + framedBy;
    }
}
