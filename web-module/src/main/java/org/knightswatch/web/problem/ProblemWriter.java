package org.knightswatch.web.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/** Answers with a problem where no resource is reached yet. */
@ApplicationScoped
public class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Request attribute with what the error page is to say. */
    public static final String WORDS = ProblemWriter.class.getName() + ".words";

    @Inject
    ProblemTexts texts;

    @Inject
    Json json;

    /** Leaves it to the error page, for those who look at pages. */
    public void sendError(HttpServletRequest request, HttpServletResponse response, ProctoringException e) {
        request.setAttribute(WORDS, texts.of(e.code(), e.arguments()));
        try {
            response.sendError(e.code().kind().status());
        } catch (IOException io) {
            throw new UncheckedIOException(io);
        }
    }

    /** What the container means by a status. */
    public static ProblemCode code(int status) {
        return switch (status) {
            case 400 -> ProblemCode.BODY_UNREADABLE;
            case 401 -> ProblemCode.NOT_SIGNED_IN;
            case 403 -> ProblemCode.NOT_PERMITTED;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.CONTENT_TYPE_UNSUPPORTED;
            default -> status < 500 ? ProblemCode.NOT_FOUND : ProblemCode.UNEXPECTED;
        };
    }

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
