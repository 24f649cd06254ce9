package org.knightswatch.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends whoever is not signed in to the sign-in page, and back afterwards. */
@ApplicationScoped
public class SignInRedirect {

    private static final String PARTIAL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <partial-response><redirect url="%s"/></partial-response>
            """;

    void send(HttpServletRequest request, HttpServletResponse response) {
        boolean expired = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        String signIn = "/login?" + (expired ? "expired=true&" : "") + "next="
                + URLEncoder.encode(page(request), StandardCharsets.UTF_8);
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                // A page that is open since yesterday: its script follows a redirect only in this form
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter().write(PARTIAL.formatted(signIn.replace("&", "&amp;")));
            } else {
                response.sendRedirect(signIn);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that a request is for, with what its address says: a form sends that only as the page it came from. */
    public static String page(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        if (query != null) {
            return path + "?" + query;
        }
        String from = request.getHeader("Referer");
        int at = from == null ? -1 : from.indexOf(path + "?");
        return at < 0 ? path : from.substring(at);
    }

    /** Where to go after signing in: a page of ours, whatever the address says. */
    public static String safe(String next) {
        boolean ours = next != null && next.matches("/[A-Za-z0-9][A-Za-z0-9/._?=&%~-]*");
        return ours ? next : "/";
    }
}
