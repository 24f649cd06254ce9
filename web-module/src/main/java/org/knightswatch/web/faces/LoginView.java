package org.knightswatch.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.knightswatch.identity.SignInService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.web.security.Caller;
import org.knightswatch.web.security.SignInRedirect;
import org.knightswatch.web.security.StaffSession;
import org.primefaces.context.PrimeFacesContext;

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
    PageZone pageZone;

    @Inject
    Caller caller;

    @Inject
    HttpServletRequest request;

    private String name;
    private String password;
    private String next;
    private String zone;
    private boolean expired;

    /** Whoever is signed in has nothing to do here. */
    public void skip() {
        if (caller.isStaff()) {
            redirects.to(SignInRedirect.safe(next));
        }
    }

    public void submit() {
        StaffView staff = signIn.signIn(name, password);
        StaffSession.begin(request, staff.id(), clock.instant());
        pageZone.learn(zone);
        redirects.to(SignInRedirect.safe(next));
    }

    /** PrimeFaces wants this with every form; its script, which this page does without, would send it along. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
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

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public boolean isExpired() {
        return expired;
    }

    public void setExpired(boolean expired) {
        this.expired = expired;
    }
}
