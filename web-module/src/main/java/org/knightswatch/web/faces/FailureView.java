package org.knightswatch.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.knightswatch.web.problem.ProblemWriter;

/** What the error page says. */
@Named("failure")
@RequestScoped
public class FailureView {

    private static final Words FORBIDDEN =
            new Words("lock", "idle", "This page is not for your account", "Ask an administrator if it should be.");
    private static final Words NOT_FOUND =
            new Words("search", "idle", "There is no such page", "The address may be old. Nothing of yours is lost.");
    private static final Words REFUSED =
            new Words("alert", "warn", "We can’t do that here", "The address is right, but not for this.");

    @Inject
    HttpServletRequest request;

    /** By the status that is being answered with, unless somebody knew more. */
    public Words words(int status) {
        if (request.getAttribute(ProblemWriter.WORDS) instanceof String told) {
            return new Words("alert", "warn", told, "Nothing of yours is lost.");
        }
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN -> FORBIDDEN;
            case HttpServletResponse.SC_NOT_FOUND -> NOT_FOUND;
            default -> status < 500 ? REFUSED : broken();
        };
    }

    private Words broken() {
        String more = "What was saved is safe. Try again; if it stays, tell your administrator the reference "
                + request.getAttribute(ErrorServlet.REFERENCE) + ".";
        return new Words("alert", "bad", "Something went wrong at our end", more);
    }

    /** A sign, its tone, what happened, and what to do. */
    public record Words(String icon, String tone, String what, String more) {}
}
