package org.knightswatch.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.knightswatch.web.security.SignInRedirect;

/** Sends the browser elsewhere, from a page's action. */
@ApplicationScoped
public class Redirects {

    @Inject
    HttpServletRequest request;

    /** To the page as it is now, when what was left of it here is too old to go on with. */
    public void again() {
        to(SignInRedirect.safe(SignInRedirect.page(request)));
    }

    public void to(String path) {
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().redirect(path);
            context.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
