package org.knightswatch.web.faces;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.web.problem.ProblemWriter;
import org.knightswatch.web.problem.Reference;

/** Where the container sends what it can't answer: a problem for programs, a page in our own look for people. */
@WebServlet(ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {

    static final String PATH = "/error";
    static final String REFERENCE = ErrorServlet.class.getName() + ".reference";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());

    @Inject
    transient ProblemWriter problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told ? told : 404;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String reference = status >= 500 ? log(request, path) : "";
        if (path.startsWith("/api/")) {
            ProblemCode code = ProblemWriter.code(status);
            problems.write(response, new ProctoringException(code, reference));
            return;
        }
        response.setStatus(status);
        request.setAttribute(REFERENCE, reference);
        request.getRequestDispatcher("/WEB-INF/errors/error.xhtml").forward(new Plain(request), response);
    }

    private static String log(HttpServletRequest request, String path) {
        String reference = Reference.make();
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(Level.SEVERE, thrown, () -> "Reference " + reference + ": " + path);
        return reference;
    }

    /** The page is shown whatever was asked for: not as the answer to a form that was sent. */
    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public String getHeader(String name) {
            return "Faces-Request".equalsIgnoreCase(name) ? null : super.getHeader(name);
        }
    }
}
