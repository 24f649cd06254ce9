package org.knightswatch.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;

/** An account of the staff. It is never deleted, because what it did stays written down: it is switched off. */
@Entity
class Staff {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    @Id
    private UUID id;

    private String name;
    private String displayName;
    private String passwordHash;
    private boolean active;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private long version;

    protected Staff() {}

    static Staff create(StaffDraft draft, String passwordHash, Instant now) {
        Staff staff = new Staff();
        staff.id = Ids.next();
        staff.name = draft.name() == null ? "" : draft.name().strip();
        if (!NAME.matcher(staff.name).matches()) {
            throw FieldProblem.of("name", ProblemCode.STAFF_NAME_INVALID).asException();
        }
        staff.passwordHash = passwordHash;
        staff.active = true;
        staff.createdAt = now;
        staff.describe(draft.displayName(), draft.roles());
        return staff;
    }

    void describe(String newDisplayName, Set<Role> newRoles) {
        if (newRoles == null || newRoles.isEmpty()) {
            throw FieldProblem.of("roles", ProblemCode.FIELD_MISSING).asException();
        }
        displayName = PlainText.line("displayName", newDisplayName, 200);
        roles.clear();
        roles.addAll(newRoles);
    }

    void replacePassword(String hash) {
        passwordHash = hash;
    }

    void switchTo(boolean on) {
        active = on;
    }

    String passwordHash() {
        return passwordHash;
    }

    StaffView view() {
        return new StaffView(new StaffId(id), name, displayName, Set.copyOf(roles), active, createdAt);
    }
}
