package org.knightswatch.still;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.AttemptView;
import org.knightswatch.recording.AttemptFolder;
import org.knightswatch.recording.AttemptFolders;
import org.knightswatch.store.ObjectKey;

/** The rows of stills, and where the next one goes. */
@Stateless
public class StillRows {

    /** Several walls may show the same candidate; one still a while is enough. */
    private static final int SHARE_OF_TIME = 4;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    AttemptFolders folders;

    @Inject
    StillSettings settings;

    /** What the key of a still at this moment begins with; empty when none is wanted. */
    public Optional<String> place(AttemptId id, Instant at) {
        AttemptView attempt = attempts.require(id);
        Instant newest = entities.createQuery(
                        "select max(s.at) from Still s where s.attemptId = :attempt", Instant.class)
                .setParameter("attempt", id.value())
                .getSingleResult();
        boolean early = newest != null
                && newest.plus(settings.every().dividedBy(SHARE_OF_TIME)).isAfter(at);
        if (settings.every().isZero() || attempt.isOver() || early) {
            return Optional.empty();
        }
        return Optional.of(folders.of(id).prefix() + AttemptFolder.STILLS + at.toEpochMilli() + "-");
    }

    /** It lies in the store. */
    public void add(Still still) {
        entities.persist(still);
    }

    /** All of an attempt are gone. */
    public void forget(AttemptId id) {
        entities.createQuery("delete from Still s where s.attemptId = :attempt")
                .setParameter("attempt", id.value())
                .executeUpdate();
    }

    /** All of an attempt, in order. */
    public List<StillView> of(AttemptId id) {
        return entities.createQuery(
                        "select s from Still s where s.attemptId = :attempt order by s.at, s.id", Still.class)
                .setParameter("attempt", id.value())
                .getResultStream()
                .map(Still::view)
                .toList();
    }

    /** Where the store has one; empty when this attempt has no such still. */
    public Optional<ObjectKey> key(AttemptId attempt, UUID id) {
        return Optional.ofNullable(entities.find(Still.class, id))
                .filter(still -> still.isOf(attempt))
                .map(Still::key);
    }
}
