package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.store.ObjectKey;

/** Remembers the mark of our store, and whether it was there when somebody looked last. */
@Stateless
public class StoreMarks {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    /** Where it lies; nowhere before it was made. */
    public List<ObjectKey> keys() {
        return row().map(mark -> StoreMark.keys(mark.id())).orElse(List.of());
    }

    /** From now on the store is known by this one, which lies there. */
    public void keep(UUID mark) {
        entities.persist(new StoreMark(mark, clock.instant()));
    }

    public void looked(boolean there) {
        row().ifPresent(mark -> mark.looked(there, clock.instant()));
    }

    /** Since when the store that answers is not ours; empty when it is. */
    public Optional<Instant> missedAt() {
        return row().map(StoreMark::missedAt);
    }

    private Optional<StoreMark> row() {
        return entities.createQuery("select m from StoreMark m order by m.madeAt, m.id", StoreMark.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
