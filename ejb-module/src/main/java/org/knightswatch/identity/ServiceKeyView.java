package org.knightswatch.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A service key as others see it: never the secret.
 *
 * @param environments the environments whose exams it reaches
 */
public record ServiceKeyView(
        UUID id, String title, Set<Scope> scopes, Set<UUID> environments, Instant createdAt, Instant revokedAt) {

    public boolean inForce() {
        return revokedAt == null;
    }
}
