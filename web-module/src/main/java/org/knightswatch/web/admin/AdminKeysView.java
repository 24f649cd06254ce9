package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knightswatch.exam.EnvironmentService;
import org.knightswatch.exam.EnvironmentView;
import org.knightswatch.identity.ServiceKeyService;
import org.knightswatch.identity.ServiceKeyView;
import org.knightswatch.web.faces.Toasts;

/** The keys of other systems. A key is shown once, when it is made. */
@Named("adminKeys")
@ViewScoped
public class AdminKeysView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ServiceKeyService keys;

    @Inject
    EnvironmentService environments;

    @Inject
    Toasts toasts;

    private KeyForm form = new KeyForm();
    private ServiceKeyView chosen;
    private Secret secret;

    public void begin() {
        form = new KeyForm();
        secret = null;
    }

    public void create() {
        String key = keys.create(form.getTitle(), form.tickedScopes(), form.tickedOf(environments.list()));
        secret = new Secret(form.getTitle(), key);
    }

    public void revoke() {
        keys.revoke(chosen.id());
        toasts.say(chosen.title() + " is revoked", "Calls with it are refused from now on.");
    }

    public List<ServiceKeyView> getRows() {
        return keys.list();
    }

    public List<EnvironmentView> getEnvironments() {
        return environments.list();
    }

    /** The titles of the environments that a key reaches. */
    public String environments(ServiceKeyView key) {
        return environments.list().stream()
                .filter(environment -> key.environments().contains(environment.id()))
                .map(EnvironmentView::title)
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code exams, attempts}. */
    public String scopes(ServiceKeyView key) {
        return key.scopes().stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    public KeyForm getForm() {
        return form;
    }

    public ServiceKeyView getChosen() {
        return chosen;
    }

    public void setChosen(ServiceKeyView chosen) {
        this.chosen = chosen;
    }

    public Secret getSecret() {
        return secret;
    }
}
