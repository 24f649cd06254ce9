package org.knightswatch.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.knightswatch.identity.SignInService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.web.security.SignInRedirect;
import org.knightswatch.web.security.StaffSession;

/** The sign-in page. */
@Named("login")
@RequestScoped
public class LoginView {

    @Inject
    SignInService signIn;

    @Inject
    ServerClock clock;

    @Inject
    Redirects redirects;

    @Inject
    HttpServletRequest request;

    private String name;
    private String password;
    private String next;
    private boolean expired;

    public void submit() {
        StaffView staff = signIn.signIn(name, password);
        StaffSession.begin(request, staff.id(), clock.instant());
        redirects.to(SignInRedirect.safe(next));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public boolean isExpired() {
        return expired;
    }

    public void setExpired(boolean expired) {
        this.expired = expired;
    }
}
