package org.knightswatch.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.kernel.Sha256;

/** Chains committed entries in batches. Of two nodes that seal at once one fails on the seal's number, harmlessly. */
@Stateless
public class AuditSealer {

    private static final int BATCH = 1_000;

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    /** Seals a batch; answers how many entries it holds. */
    public int sealSome() {
        List<AuditEntry> batch = entities.createQuery(
                        "select e from AuditEntry e where e.sealNumber is null order by e.id", AuditEntry.class)
                .setMaxResults(BATCH)
                .getResultList();
        if (batch.isEmpty()) {
            return 0;
        }
        Optional<AuditSeal> last = last();
        long number = last.map(AuditSeal::number).orElse(0L) + 1;
        String previous = last.map(AuditSeal::hash).orElse(AuditSeal.NOTHING_BEFORE);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).seal(number, i);
        }
        entities.persist(new AuditSeal(number, batch.size(), previous, hash(previous, batch), clock.instant()));
        entities.flush();
        return batch.size();
    }

    /** The number of the first seal that does not fit what it seals, or the seal before it; empty when all fit. */
    public Optional<Long> firstBroken() {
        return Optional.ofNullable(check().firstBroken());
    }

    /** Reads the whole trail and compares it with its seals. */
    public ChainCheck check() {
        String previous = AuditSeal.NOTHING_BEFORE;
        long expected = 1;
        for (AuditSeal seal : entities.createQuery("select s from AuditSeal s order by s.number", AuditSeal.class)
                .getResultList()) {
            List<AuditEntry> batch = sealedBy(seal.number());
            boolean fits = seal.number() == expected
                    && seal.entries() == batch.size()
                    && seal.previousHash().equals(previous)
                    && seal.hash().equals(hash(previous, batch));
            if (!fits) {
                return new ChainCheck(expected - 1, expected, clock.instant());
            }
            previous = seal.hash();
            expected++;
            entities.clear(); // a trail of years does not fit into memory
        }
        return new ChainCheck(expected - 1, null, clock.instant());
    }

    private List<AuditEntry> sealedBy(long number) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.sealNumber = :number order by e.sealPosition",
                        AuditEntry.class)
                .setParameter("number", number)
                .getResultList();
    }

    private Optional<AuditSeal> last() {
        return entities.createQuery("select s from AuditSeal s order by s.number desc", AuditSeal.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private static String hash(String previous, List<AuditEntry> batch) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(previous.getBytes(StandardCharsets.US_ASCII));
        batch.forEach(entry -> digest.update(entry.canonical().getBytes(StandardCharsets.UTF_8)));
        return Sha256.ofDigest(digest.digest()).hex();
    }
}
