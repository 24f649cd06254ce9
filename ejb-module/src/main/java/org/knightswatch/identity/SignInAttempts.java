package org.knightswatch.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Remembers wrong passwords, each in a transaction of its own that is kept whatever the caller is told. */
@Stateless
public class SignInAttempts {

    @PersistenceContext
    EntityManager entities;

    @Inject
    SignInSettings settings;

    @Inject
    ServerClock clock;

    @Inject
    Event<AuditFact> audit;

    public void refuseWhileResting(String name) {
        SignInThrottle throttle = entities.find(SignInThrottle.class, name);
        Instant now = clock.instant();
        if (throttle != null && throttle.restsAt(now)) {
            long minutes = SignInService.minutes(Duration.between(now, throttle.restsUntil()));
            throw new ProctoringException(ProblemCode.SIGN_IN_RESTING, minutes);
        }
    }

    /** Counts a wrong password. Answers how many tries are left. */
    public int failed(String name) {
        SignInThrottle known = entities.find(SignInThrottle.class, name, LockModeType.PESSIMISTIC_WRITE);
        SignInThrottle throttle = known == null ? new SignInThrottle(name) : known;
        int left = throttle.failed(settings.tries(), settings.rest(), clock.instant());
        entities.persist(throttle);
        audit.fire(AuditFact.of("SIGN_IN_REFUSED", "account:" + name).by("anonymous"));
        return left;
    }

    public void succeeded(String name) {
        SignInThrottle throttle = entities.find(SignInThrottle.class, name);
        if (throttle != null) {
            entities.remove(throttle);
        }
        audit.fire(AuditFact.of("SIGNED_IN", "staff:" + name).by("staff:" + name));
    }
}
