package org.knightswatch.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ServerClock;

/**
 * Writes down what is done, in the transaction that does it: a plain observer, because the container swallows what a
 * transactional one throws.
 */
@Stateless
public class AuditTrail {

    private static final String NOBODY = "anonymous";

    @PersistenceContext
    EntityManager entities;

    @Resource
    SessionContext session;

    @Inject
    ServerClock clock;

    public void write(@Observes AuditFact fact) {
        entities.persist(new AuditEntry(fact, fact.actor() == null ? caller() : fact.actor(), clock.instant()));
    }

    /** Entries, newest first; {@code part} is looked for in who, what and to what, empty for all. */
    public Page<AuditRow> list(String part, PageRequest page) {
        String where = " from AuditEntry e where lower(e.actor) like :part or lower(e.action) like :part"
                + " or lower(e.subject) like :part";
        String like = "%" + part.toLowerCase(Locale.ROOT) + "%";
        List<AuditEntry> rows = entities.createQuery("select e" + where + " order by e.id desc", AuditEntry.class)
                .setParameter("part", like)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        long total = entities.createQuery("select count(e)" + where, Long.class)
                .setParameter("part", like)
                .getSingleResult();
        return Page.of(rows.stream().map(AuditEntry::row).toList(), page, total);
    }

    private String caller() {
        String name = session.getCallerPrincipal().getName();
        return NOBODY.equals(name) ? "system" : name;
    }
}
