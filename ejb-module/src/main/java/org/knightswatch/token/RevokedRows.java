package org.knightswatch.token;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads whose tokens were revoked from the attempts themselves. */
@Stateless
public class RevokedRows {

    @PersistenceContext
    EntityManager entities;

    public Map<UUID, Instant> revokedSince(Instant oldest) {
        return entities.createQuery(
                        "select a.id, a.revokedAt from Attempt a where a.revokedAt >= :oldest", Object[].class)
                .setParameter("oldest", oldest)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }
}
