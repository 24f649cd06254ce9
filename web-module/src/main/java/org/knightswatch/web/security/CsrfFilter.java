package org.knightswatch.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.web.problem.ProblemWriter;

/**
 * Keeps other sites from using a person's browser. What a page posts, and what a session changes at the API, must come
 * from our origin; at the API it must also show the session's token. Pages show their view state, which is as secret.
 */
public class CsrfFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    transient SameOrigin origin;

    @Inject
    transient ServerClock clock;

    @Inject
    transient ProblemWriter problems;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean api = request.getRequestURI().startsWith("/api/");
        Optional<StaffSession> session = StaffSession.of(request, clock.instant());
        if (READING.contains(request.getMethod()) || (api && isNotOfASession(request, session))) {
            chain.doFilter(request, response);
        } else if (!origin.holds(request)) {
            refuse(request, response);
        } else if (api && !fits(session.orElseThrow(), request.getHeader("X-CSRF-Token"))) {
            problems.write(response, new ProctoringException(ProblemCode.CSRF_REFUSED));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        ProctoringException refusal = new ProctoringException(ProblemCode.ORIGIN_REFUSED);
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(response, refusal);
        } else {
            problems.sendError(request, response, refusal);
        }
    }

    private static boolean isNotOfASession(HttpServletRequest request, Optional<StaffSession> session) {
        return session.isEmpty() || request.getHeader("Authorization") != null || isCandidates(request);
    }

    /** These calls take their right from the invitation they bring; a session that happens to be there is not used. */
    private static boolean isCandidates(HttpServletRequest request) {
        return request.getRequestURI().matches("/api/v1/(invitations/open|consents|join|resume|line-check)");
    }

    private static boolean fits(StaffSession session, String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        session.csrfToken().getBytes(StandardCharsets.US_ASCII),
                        shown.getBytes(StandardCharsets.UTF_8));
    }
}
