package org.knightswatch.web.admin;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.identity.Role;
import org.knightswatch.identity.StaffView;

/** What is typed about a staff account. */
public class StaffForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String name;
    private String displayName;
    private boolean active = true;
    private final Map<String, Boolean> roles = new HashMap<>();

    static StaffForm of(StaffView account) {
        StaffForm form = new StaffForm();
        form.name = account.name();
        form.displayName = account.displayName();
        form.active = account.active();
        account.roles().forEach(role -> form.roles.put(role.name(), true));
        return form;
    }

    Set<Role> ticked() {
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> Boolean.TRUE.equals(roles.get(role.name())))
                .collect(Collectors.toSet());
    }

    /** By the role's name: whether it is ticked. */
    public Map<String, Boolean> getRoles() {
        return roles;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
