package org.knightswatch.token;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.knightswatch.kernel.SecretBox;
import org.knightswatch.kernel.ServerClock;

/** The keys in the database. Two nodes that make the next key at the same moment choose the same id: one fails. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // a lost race must not spoil what the caller is doing
public class SigningKeys {

    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext
    EntityManager entities;

    @Inject
    SecretBox box;

    @Inject
    TokenSettings settings;

    @Inject
    ServerClock clock;

    /** Every key that may still verify, newest first, with its secret. */
    public List<LoadedKey> load() {
        return rows().stream()
                .filter(key ->
                        key.verifiesUntil() == null || key.verifiesUntil().isAfter(clock.instant()))
                .map(key -> new LoadedKey(
                        key.kid(),
                        key.purpose(),
                        box.open(key.kid(), Base64.getDecoder().decode(key.boxedSecret())),
                        key.signsFrom()))
                .toList();
    }

    /** Makes the first keys, and the next one when it is time. Answers whether there is a new one. */
    public boolean makeWhatIsDue() {
        List<SigningKey> keys = rows();
        boolean made = false;
        if (keys.stream().noneMatch(key -> key.purpose() == KeyPurpose.INVITATION)) {
            persist(KeyPurpose.INVITATION, 1, clock.instant());
            made = true;
        }
        List<SigningKey> tokenKeys =
                keys.stream().filter(key -> key.purpose() == KeyPurpose.TOKEN).toList();
        if (tokenKeys.isEmpty()) {
            persist(KeyPurpose.TOKEN, 1, clock.instant());
            return true;
        }
        SigningKey newest = tokenKeys.get(0);
        Instant next = newest.signsFrom().plus(settings.keyLife());
        if (next.minus(settings.keyLead()).isAfter(clock.instant())) {
            return made;
        }
        Instant signsFrom = later(next, clock.instant().plus(settings.keyLead()));
        persist(KeyPurpose.TOKEN, newest.number() + 1, signsFrom);
        newest.retire(signsFrom.plus(longestLife()).plus(settings.overlap()));
        return true;
    }

    private Duration longestLife() {
        return settings.life().compareTo(settings.uploadLife()) > 0 ? settings.life() : settings.uploadLife();
    }

    private void persist(KeyPurpose purpose, int number, Instant signsFrom) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String boxed = Base64.getEncoder().encodeToString(box.close(SigningKey.kid(purpose, number), secret));
        entities.persist(new SigningKey(purpose, number, boxed, clock.instant(), signsFrom));
        entities.flush();
    }

    private List<SigningKey> rows() {
        return entities.createQuery("select k from SigningKey k order by k.signsFrom desc", SigningKey.class)
                .getResultList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
