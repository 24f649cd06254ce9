package org.knightswatch.identity;

import java.time.Instant;
import java.util.Set;

/** A staff account as others see it. */
public record StaffView(
        StaffId id, String name, String displayName, Set<Role> roles, boolean active, Instant createdAt) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** As whom they act, where it is written down who did something. */
    public String actor() {
        return "staff:" + name;
    }
}
