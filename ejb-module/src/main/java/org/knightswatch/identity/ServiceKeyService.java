package org.knightswatch.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.FieldProblem;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;

/** Makes, knows and revokes the keys of other systems. A key is shown once, when it is made. */
@Stateless
public class ServiceKeyService {

    /** Every service key begins so, which lets secret scanners find one that leaked. */
    public static final String PREFIX = "kws_";

    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    /** Answers the key itself: the only time that anybody sees it. */
    public String create(String title, Set<Scope> scopes, Set<UUID> environments) {
        if (scopes.isEmpty()) {
            throw FieldProblem.of("scopes", ProblemCode.FIELD_MISSING).asException();
        }
        if (environments.isEmpty()) {
            throw FieldProblem.of("environments", ProblemCode.FIELD_MISSING).asException();
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ServiceKey made = new ServiceKey(title, Sha256.digest(key), scopes, environments, clock.instant());
        entities.persist(made);
        audit.fire(AuditFact.of("SERVICE_KEY_CREATED", subject(made.view())).saying(scopes.toString()));
        return key;
    }

    /** The key in force that somebody shows us. */
    public Optional<ServiceKeyView> find(String key) {
        return entities.createQuery(
                        "select k from ServiceKey k where k.secretSha256 = :digest and k.revokedAt is null",
                        ServiceKey.class)
                .setParameter("digest", Sha256.digest(key).hex())
                .getResultStream()
                .findFirst()
                .map(ServiceKey::view);
    }

    public void revoke(UUID id) {
        ServiceKey key = entities.find(ServiceKey.class, id);
        if (key == null) {
            throw new ProctoringException(ProblemCode.SERVICE_KEY_UNKNOWN);
        }
        key.revoke(clock.instant());
        audit.fire(AuditFact.of("SERVICE_KEY_REVOKED", subject(key.view())));
    }

    public List<ServiceKeyView> list() {
        return entities.createQuery("select k from ServiceKey k order by k.createdAt desc", ServiceKey.class)
                .getResultStream()
                .map(ServiceKey::view)
                .toList();
    }

    private static String subject(ServiceKeyView key) {
        return "service-key:" + key.title();
    }
}
