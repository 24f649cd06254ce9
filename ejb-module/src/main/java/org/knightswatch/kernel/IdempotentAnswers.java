package org.knightswatch.kernel;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers for a day what requests with an Idempotency-Key were answered, so that sending one again does nothing. */
@Stateless
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofDays(1);
    /** Whoever began and gave no answer for so long has died. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager entities;

    @Inject
    ServerClock clock;

    /** The answer given before; empty when the caller is the first and is to work on it. */
    public Optional<Answer> begin(String caller, String key, Sha256 request) {
        IdempotentAnswer.Key id = new IdempotentAnswer.Key(caller, key);
        Instant now = clock.instant();
        IdempotentAnswer known = entities.find(IdempotentAnswer.class, id);
        if (known != null && (known.isOlderThan(now.minus(KEPT)) || isGivenUp(known, now))) {
            entities.remove(known);
            entities.flush();
            known = null;
        }
        if (known == null) {
            entities.persist(new IdempotentAnswer(id, request, now));
            entities.flush();
            return Optional.empty();
        }
        if (!known.isFor(request)) {
            throw new ProctoringException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (known.answer() == null) {
            throw new ProctoringException(ProblemCode.CHANGED_MEANWHILE);
        }
        return Optional.of(known.answer());
    }

    public void answered(String caller, String key, Answer answer) {
        entities.find(IdempotentAnswer.class, new IdempotentAnswer.Key(caller, key))
                .answered(answer.status(), answer.location(), answer.body());
    }

    /** Nothing came of it: the same key may be used again. */
    public void forget(String caller, String key) {
        IdempotentAnswer known = entities.find(IdempotentAnswer.class, new IdempotentAnswer.Key(caller, key));
        if (known != null) {
            entities.remove(known);
        }
    }

    @Schedule(minute = "17", hour = "*", persistent = false)
    public void forgetOld() {
        entities.createQuery("delete from IdempotentAnswer a where a.createdAt < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private static boolean isGivenUp(IdempotentAnswer known, Instant now) {
        return known.answer() == null && known.isOlderThan(now.minus(GIVEN_UP));
    }

    /** What was answered. */
    public record Answer(int status, String location, String body) {}
}
