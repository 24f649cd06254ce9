package org.knightswatch.web.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** Answers with a problem where no resource is reached yet. */
@ApplicationScoped
public class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    @Inject
    ProblemTexts texts;

    @Inject
    Json json;

    public void write(HttpServletResponse response, ProctoringException e) {
        Problem problem = texts.problem(e);
        try {
            response.setStatus(problem.status());
            response.setContentType(MEDIA_TYPE);
            response.setCharacterEncoding("UTF-8");
            if (e.code().kind() == ProblemCode.Kind.UNAUTHENTICATED) {
                response.setHeader("WWW-Authenticate", "Bearer");
            }
            response.getWriter().write(json.mapper().writeValueAsString(problem));
        } catch (IOException io) {
            throw new UncheckedIOException(io);
        }
    }
}
