package org.knightswatch.kernel;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Takes rows for this transaction alone, without ever waiting for, or taking, what another caller on any node has taken.
 * Everything that a timer works off, and every free seat, is taken by this.
 *
 * <p>A plain {@code order by ... for update skip locked} is not enough: H2 then locks every row that it sorted, and a
 * second caller finds nothing. So the ids of some rows are read without a lock, and each row is then locked alone, by
 * its id, and looked at again, because it may have changed hands in between.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY) // a lock outside a transaction would be gone at once
public class RowClaims {

    /** The value of {@code jakarta.persistence.lock.timeout} that Hibernate understands as "skip locked". */
    private static final Map<String, Object> SKIP_LOCKED = Map.of("jakarta.persistence.lock.timeout", -2);

    @PersistenceContext
    EntityManager entities;

    /**
     * Locks up to {@code wanted} of the rows named.
     *
     * @param ids candidates in the order of preference, read without a lock
     * @param stillFits looked at under the lock
     */
    public <E> List<E> claim(Class<E> type, List<?> ids, int wanted, Predicate<E> stillFits) {
        List<E> claimed = new ArrayList<>(wanted);
        for (Object id : ids) {
            if (claimed.size() == wanted) {
                break;
            }
            E row = entities.find(type, id, LockModeType.PESSIMISTIC_WRITE, SKIP_LOCKED);
            if (row != null && stillFits.test(row)) {
                claimed.add(row);
            }
        }
        return claimed;
    }
}
