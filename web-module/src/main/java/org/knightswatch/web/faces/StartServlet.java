package org.knightswatch.web.faces;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.knightswatch.identity.Role;
import org.knightswatch.web.security.Caller;

/** The bare address: sends everybody to the page where their work is. */
@WebServlet("")
public class StartServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(home(caller));
    }

    static String home(Caller caller) {
        if (!caller.isStaff()) {
            return "/login";
        }
        if (caller.is(Role.ADMINISTRATOR)) {
            return "/admin/exams";
        }
        return caller.is(Role.PROCTOR) ? "/proctor/wall" : "/review/list";
    }
}
