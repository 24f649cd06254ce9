package org.knightswatch.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.knightswatch.identity.Role;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.web.security.Caller;
import org.knightswatch.web.security.StaffSession;

/** What the bar at the top of every staff page shows: who it is and where they may go. */
@Named("frame")
@RequestScoped
public class FrameView {

    @Inject
    Caller caller;

    @Inject
    HttpServletRequest request;

    @Inject
    ServerClock clock;

    public String getName() {
        return caller.isStaff() ? caller.staff().displayName() : "";
    }

    /** PrimeFaces' theme, for those who see its components: pages of candidates stay light. */
    public String getTheme() {
        return caller.isStaff() ? "saga-blue" : "none";
    }

    public String getCsrfToken() {
        return StaffSession.of(request, clock.instant())
                .map(StaffSession::csrfToken)
                .orElse("");
    }

    public List<Place> getPlaces() {
        List<Place> places = new ArrayList<>();
        if (caller.is(Role.PROCTOR)) {
            places.add(new Place("/proctor/wall", "Wall"));
        }
        if (caller.is(Role.REVIEWER)) {
            places.add(new Place("/review/list", "Review"));
        }
        if (caller.is(Role.ADMINISTRATOR)) {
            places.add(new Place("/admin/exams", "Exams"));
            places.add(new Place("/admin/staff", "Staff"));
            places.add(new Place("/admin/keys", "Service keys"));
            places.add(new Place("/admin/settings", "Settings"));
            places.add(new Place("/admin/audit", "Audit"));
        }
        return places;
    }

    /** One place of the bar; public for the expression language. */
    public record Place(String path, String label) {

        public String getPath() {
            return path;
        }

        public String getLabel() {
            return label;
        }
    }
}
