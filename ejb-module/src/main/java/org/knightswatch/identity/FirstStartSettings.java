package org.knightswatch.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** Who the first administrator is. Looked at only while there is no account at all. */
@ApplicationScoped
public class FirstStartSettings implements Settings {

    private final Setting<String> name = Setting.text("knightswatch.first-administrator.name", "admin")
            .within(text -> text.matches("[a-z0-9][a-z0-9._-]{0,63}"), "of lower-case letters, digits, dot, dash")
            .says("Account name of the administrator that is made when there is no account yet.");

    private final Setting<String> password = Setting.text("knightswatch.first-administrator.password", "")
            .within(text -> text.isEmpty() || text.length() >= Passwords.SHORTEST, "of 10 characters or more")
            .says("The first administrator's password; change it after signing in. Empty: nobody is made.")
            .secret();

    String name() {
        return name.get();
    }

    String password() {
        return password.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(name, password);
    }
}
