package org.knightswatch.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.web.problem.ProblemWriter;

/**
 * Refuses a wrong credential with a problem. The mechanism that found it wrong can't: the container puts a page of its
 * own in place of what a mechanism writes.
 */
public class CredentialFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = CredentialFilter.class.getName();

    @Inject
    transient ProblemWriter problems;

    static void refuse(HttpServletRequest request, ProctoringException why) {
        request.setAttribute(ATTRIBUTE, why);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(ATTRIBUTE) instanceof ProctoringException why) {
            problems.write(response, why);
        } else {
            chain.doFilter(request, response);
        }
    }
}
