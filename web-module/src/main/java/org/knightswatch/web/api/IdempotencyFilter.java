package org.knightswatch.web.api;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.kernel.IdempotentAnswers;
import org.knightswatch.kernel.IdempotentAnswers.Answer;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.web.problem.ProblemWriter;
import org.knightswatch.web.security.Caller;

/**
 * Honours the header Idempotency-Key on what makes something below {@code /exams}: the same request again is answered as
 * it was the first time, and does nothing. What failed at our end is forgotten, so that the same key may try again.
 */
public class IdempotencyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String HEADER = "Idempotency-Key";
    /** Answers that say nothing of the request itself. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 429);

    @Inject
    transient IdempotentAnswers answers;

    @Inject
    transient Caller caller;

    @Inject
    transient ProblemWriter problems;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String key = request.getHeader(HEADER);
        if (key == null || !request.getMethod().equals("POST") || !caller.isKnown()) {
            chain.doFilter(request, response);
            return;
        }
        try (SpooledRequest spooled = SpooledRequest.of(request)) {
            check(key);
            Optional<Answer> before = begin(key, spooled.digest());
            if (before.isPresent()) {
                replay(response, before.get());
            } else {
                answer(spooled, response, chain, key);
            }
        } catch (ProctoringException e) {
            problems.write(response, e);
        }
    }

    private Optional<Answer> begin(String key, Sha256 request) {
        try {
            return answers.begin(caller.name(), key, request);
        } catch (EJBException e) {
            // Another request of the same key began at the same moment
            throw new ProctoringException(ProblemCode.CHANGED_MEANWHILE, e);
        }
    }

    private void answer(SpooledRequest request, HttpServletResponse response, FilterChain chain, String key)
            throws IOException, ServletException {
        boolean kept = false;
        CapturedResponse captured = new CapturedResponse(response);
        try {
            chain.doFilter(request, captured);
            int status = captured.getStatus();
            if (status < 500 && !PASSING.contains(status)) {
                answers.answered(caller.name(), key, captured.answer());
                kept = true;
            }
        } finally {
            if (!kept) {
                answers.forget(caller.name(), key);
            }
        }
        captured.send();
    }

    private static void replay(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        response.setContentType(answer.status() < 400 ? "application/json" : ProblemWriter.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer.body());
    }

    private static void check(String key) {
        boolean fits = !key.isEmpty() && key.length() <= 200 && key.chars().allMatch(c -> c > ' ' && c < 127);
        if (!fits) {
            throw new ProctoringException(ProblemCode.IDEMPOTENCY_KEY_INVALID);
        }
    }
}
