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
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.knightswatch.kernel.Ids;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.Sha256;

/** The key of another system. Only a digest of its secret is kept: the secret is long and random, so a digest will do. */
@Entity
class ServiceKey {

    @Id
    private UUID id;

    private String title;

    @Column(name = "secret_sha256")
    private String secretSha256;

    private Instant createdAt;
    private Instant revokedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "service_key_scope", joinColumns = @JoinColumn(name = "service_key_id"))
    @Column(name = "scope")
    @Enumerated(EnumType.STRING)
    private Set<Scope> scopes = EnumSet.noneOf(Scope.class);

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "service_key_environment", joinColumns = @JoinColumn(name = "service_key_id"))
    @Column(name = "environment_id")
    private Set<UUID> environments = new HashSet<>();

    protected ServiceKey() {}

    ServiceKey(String title, Sha256 secret, Set<Scope> scopes, Set<UUID> environments, Instant now) {
        this.id = Ids.next();
        this.title = PlainText.line("title", title, 200);
        this.secretSha256 = secret.hex();
        this.scopes.addAll(scopes);
        this.environments.addAll(environments);
        this.createdAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    ServiceKeyView view() {
        return new ServiceKeyView(id, title, Set.copyOf(scopes), Set.copyOf(environments), createdAt, revokedAt);
    }
}
