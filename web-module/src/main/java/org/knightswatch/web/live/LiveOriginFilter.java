package org.knightswatch.web.live;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.web.problem.ProblemWriter;
import org.knightswatch.web.security.SameOrigin;

/** Lets no page of another origin open a socket. What sends no Origin is no browser. */
public class LiveOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SameOrigin origin;

    @Inject
    transient ProblemWriter problems;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getHeader("Origin") == null || origin.holds(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, new ProctoringException(ProblemCode.ORIGIN_REFUSED));
        }
    }
}
