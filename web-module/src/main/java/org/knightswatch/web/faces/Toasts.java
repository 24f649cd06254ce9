package org.knightswatch.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Says briefly what was done. */
@ApplicationScoped
public class Toasts {

    public void say(String what, String more) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, what, more));
    }

    /** Says it on the page that a redirect leads to. */
    public void sayThere(String what, String more) {
        say(what, more);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }
}
