package org.knightswatch.roster;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Locale;
import org.knightswatch.kernel.Page;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.kernel.ServerClock;

/** Lists exams with how many people they have: an administrator sees where somebody is missing. */
@Stateless
public class ExamListing {

    private static final String MATCHING = " from Exam e where e.codeKey like :part or lower(e.title) like :part";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    /** {@code part} is looked for in codes and titles, empty for all. */
    public Page<ExamRow> list(String part, ExamOrder order, PageRequest page) {
        String like = "%" + part.toLowerCase(Locale.ROOT) + "%";
        TypedQuery<ExamRow> rows = entities.createQuery(
                        "select new org.knightswatch.roster.ExamRow(e.code, e.title, e.startsAt, e.endsAt,"
                                + " e.environment.title, e.proctorsPerRoom,"
                                + " (select count(n) from Enrolment n where n.examId = e.id),"
                                + " (select count(d) from Duty d where d.examId = e.id and d.toAt is null))"
                                + MATCHING + " order by " + order.terms(),
                        ExamRow.class)
                .setParameter("part", like)
                .setFirstResult(page.offset())
                .setMaxResults(page.size());
        if (order == ExamOrder.NEED) {
            rows.setParameter("now", clock.instant());
        }
        long total = entities.createQuery("select count(e)" + MATCHING, Long.class)
                .setParameter("part", like)
                .getSingleResult();
        return Page.of(rows.getResultList(), page, total);
    }
}
