package org.knightswatch.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;
import org.knightswatch.identity.Passwords;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.StaffDraft;
import org.knightswatch.identity.StaffId;
import org.knightswatch.identity.StaffService;
import org.knightswatch.identity.StaffView;
import org.knightswatch.web.faces.Rows;
import org.knightswatch.web.faces.Toasts;

/** The accounts of the staff. Passwords are made here and shown once. */
@Named("adminStaff")
@ViewScoped
public class AdminStaffView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    StaffService staff;

    @Inject
    Passwords passwords;

    @Inject
    Toasts toasts;

    private final Rows<StaffView> rows = new Rows<>(query -> staff.list(query.part(), query.page()));
    private StaffForm form = new StaffForm();
    private StaffId chosen;
    private Secret secret;

    public void begin() {
        form = new StaffForm();
        chosen = null;
        secret = null;
    }

    public void choose(StaffView account) {
        form = StaffForm.of(account);
        chosen = account.id();
        secret = null;
    }

    public void create() {
        String password = passwords.make();
        StaffView made = staff.create(new StaffDraft(form.getName(), form.getDisplayName(), form.ticked(), password));
        secret = new Secret(made.name(), password);
    }

    public void save() {
        StaffView changed = staff.change(chosen, form.getDisplayName(), form.ticked(), form.isActive());
        toasts.say("Account saved", changed.displayName());
    }

    public void replacePassword() {
        String password = passwords.make();
        staff.replacePassword(chosen, password);
        secret = new Secret(form.getName(), password);
    }

    public Rows<StaffView> getRows() {
        return rows;
    }

    public StaffForm getForm() {
        return form;
    }

    public Role[] getRoles() {
        return Role.values();
    }

    /** Such as {@code Reviewer}. */
    public String word(Role role) {
        return role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Whether the form is for an account that is there already. */
    public boolean isKnown() {
        return chosen != null;
    }

    public Secret getSecret() {
        return secret;
    }
}
