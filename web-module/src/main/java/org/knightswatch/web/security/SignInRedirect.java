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
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                // A page that is open since yesterday: its script follows a redirect only in this form
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter().write(PARTIAL.formatted("/login?expired=true"));
                return;
            }
            boolean expired = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            response.sendRedirect("/login?" + (expired ? "expired=true&" : "") + "next=" + encode(wanted(request)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to go after signing in: a page of ours, whatever the address says. */
    public static String safe(String next) {
        boolean ours = next != null && next.matches("/[A-Za-z0-9][A-Za-z0-9/._?=&%~-]*");
        return ours ? next : "/";
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
