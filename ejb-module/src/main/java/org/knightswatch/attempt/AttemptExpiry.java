package org.knightswatch.attempt;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.knightswatch.kernel.RowClaims;
import org.knightswatch.kernel.ServerClock;

/** Ends attempts whose time is over. Any number of nodes may do so at once. */
@Stateless
public class AttemptExpiry {

    private static final int AT_ONCE = 100;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RowClaims claims;

    @Inject
    AttemptService attempts;

    @Inject
    ServerClock clock;

    /** Ends some that are due; answers how many. */
    public int expireSome() {
        // Else each query would first look for changes in all that were ended before it
        entities.setFlushMode(FlushModeType.COMMIT);
        Instant now = clock.instant();
        List<UUID> due = entities.createQuery(
                        "select a.id from Attempt a where a.expiresAt <= :now order by a.expiresAt", UUID.class)
                .setParameter("now", now)
                .setMaxResults(AT_ONCE)
                .getResultList();
        List<Attempt> claimed = claims.claim(Attempt.class, due, AT_ONCE, attempt -> attempt.isDue(now));
        claimed.forEach(attempts::expire);
        return claimed.size();
    }
}
