package org.knightswatch.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Keeps the accounts of the staff. There is always an administrator left. */
@Stateless
public class StaffService {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Passwords passwords;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    public StaffView create(StaffDraft draft) {
        Staff staff = Staff.create(draft, passwords.hash(draft.password()), clock.instant());
        if (find(staff.view().name()).isPresent()) {
            throw FieldProblem.of("name", ProblemCode.STAFF_NAME_TAKEN, draft.name())
                    .asException();
        }
        entities.persist(staff);
        StaffView made = staff.view();
        audit.fire(
                AuditFact.of("STAFF_CREATED", subject(made)).saying(made.roles().toString()));
        return made;
    }

    /** Changes what stands on the account; the name and the password stay. */
    public StaffView change(StaffId id, String displayName, Set<Role> roles, boolean active) {
        lockAdministrators();
        Staff staff = require(id);
        staff.describe(displayName, roles);
        staff.switchTo(active);
        entities.flush();
        if (countAdministrators() == 0) {
            throw new ProctoringException(ProblemCode.STAFF_LAST_ADMINISTRATOR);
        }
        StaffView changed = staff.view();
        audit.fire(AuditFact.of("STAFF_CHANGED", subject(changed)).saying(changed.roles() + ", active: " + active));
        return changed;
    }

    public void replacePassword(StaffId id, String password) {
        Staff staff = require(id);
        staff.replacePassword(passwords.hash(password));
        audit.fire(AuditFact.of("STAFF_PASSWORD_REPLACED", subject(staff.view())));
    }

    public Optional<StaffView> find(StaffId id) {
        return Optional.ofNullable(entities.find(Staff.class, id.value())).map(Staff::view);
    }

    public Optional<StaffView> find(String name) {
        return named(name).map(Staff::view);
    }

    public StaffView require(String name) {
        return find(name).orElseThrow(() -> new ProctoringException(ProblemCode.STAFF_UNKNOWN, name));
    }

    /** Accounts by name; {@code part} is looked for in both names, empty for all. */
    public Page<StaffView> list(String part, PageRequest page) {
        String like = "%" + part.toLowerCase(Locale.ROOT) + "%";
        String from = " from Staff s where s.name like :part or lower(s.displayName) like :part";
        List<Staff> rows = entities.createQuery("select s" + from + " order by s.name", Staff.class)
                .setParameter("part", like)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        long total = entities.createQuery("select count(s)" + from, Long.class)
                .setParameter("part", like)
                .getSingleResult();
        return Page.of(rows.stream().map(Staff::view).toList(), page, total);
    }

    /** The stored password of an account that may sign in; empty when there is none. */
    public Optional<String> activeHash(String name) {
        return named(name).filter(staff -> staff.view().active()).map(Staff::passwordHash);
    }

    private Optional<Staff> named(String name) {
        return entities.createQuery("select s from Staff s where s.name = :name", Staff.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    private Staff require(StaffId id) {
        Staff staff = entities.find(Staff.class, id.value());
        if (staff == null) {
            throw new ProctoringException(ProblemCode.STAFF_UNKNOWN, id.toString());
        }
        return staff;
    }

    /** Two administrators who demote each other at the same moment must not both succeed. */
    private void lockAdministrators() {
        entities.createQuery(
                        "select s from Staff s join s.roles r where r = :role and s.active = true order by s.id",
                        Staff.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private long countAdministrators() {
        return entities.createQuery(
                        "select count(s) from Staff s join s.roles r where r = :role and s.active = true", Long.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .getSingleResult();
    }

    private static String subject(StaffView staff) {
        return "staff:" + staff.name();
    }
}
