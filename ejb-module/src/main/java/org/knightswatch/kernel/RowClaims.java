package org.knightswatch.kernel;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Takes rows for this transaction alone, without ever waiting for, or taking, what another caller on any node has taken.
 * Everything that a timer works off, and every free seat, is taken by this.
 *
 * <p>A plain {@code order by ... for update skip locked} is not enough: H2 then locks every row that it sorted, and a
 * second caller finds nothing. So the ids of some rows are read without a lock, and the rows are then locked by their ids
 * and looked at again, because they may have changed hands in between. The lock is SQL of our own: for H2 Hibernate leaves
 * out "skip locked" and waits.
 *
 * <p>Lock and row are one statement, so whoever claims has not read these rows in the same transaction before.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY) // a lock outside a transaction would be gone at once
public class RowClaims {

    /** Others may be at the first of them. */
    private static final int LOOKED_AT = 10;

    @PersistenceContext
    EntityManager entities;

    /**
     * Locks up to {@code wanted} of the rows named.
     *
     * @param ids candidates, read without a lock; those that come first are preferred
     * @param stillFits looked at under the lock
     */
    public <E> List<E> claim(Class<E> type, List<?> ids, int wanted, Predicate<E> stillFits) {
        List<E> claimed = new ArrayList<>(wanted);
        int from = 0;
        while (from < ids.size() && claimed.size() < wanted) {
            int to = Math.min(ids.size(), from + wanted - claimed.size());
            lock(type, ids.subList(from, to), "").stream().filter(stillFits).forEach(claimed::add);
            from = to;
        }
        return claimed;
    }

    /**
     * Locks the first of the rows named that fits a condition in SQL. Those that don't fit stay unlocked, but for one
     * that was changed in this very moment, which H2 keeps locked: whoever goes on to wait for a row may have to be undone.
     */
    public <E> Optional<E> claimFirst(Class<E> type, List<?> ids, String condition) {
        return ids.stream()
                .map(id -> lock(type, List.of(id), " and " + condition))
                .flatMap(List::stream)
                .findFirst();
    }

    /**
     * Locks one row whose moment has come, preferring those that have waited longest.
     *
     * @param moment the attribute that holds it; null there: never
     * @param stillFits looked at under the lock
     */
    public <E> Optional<E> claimDue(Class<E> type, String moment, Instant now, Predicate<E> stillFits) {
        List<UUID> due = entities.createQuery(
                        "select e.id from " + type.getSimpleName() + " e where e." + moment + " <= :now order by e."
                                + moment,
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(LOOKED_AT)
                .getResultList();
        return claim(type, due, 1, stillFits).stream().findFirst();
    }

    private <E> List<E> lock(Class<E> type, List<?> ids, String condition) {
        String sql = "select * from " + table(type) + " where id in (:ids)" + condition + " for update skip locked";
        List<?> rows =
                entities.createNativeQuery(sql, type).setParameter("ids", ids).getResultList();
        return rows.stream().map(type::cast).toList();
    }

    /** By the one naming strategy of the persistence unit. */
    private static String table(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
