package org.knightswatch.incident;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.knightswatch.attempt.AttemptErased;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.kernel.AuditFact;
import org.knightswatch.kernel.PlainText;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;
import org.knightswatch.kernel.ServerClock;

/** Raises flags. Rules fire a {@link Suspicion} inside their transaction; people call {@link #raise}. */
@Stateless
public class FlagService {

    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");
    private static final int LONGEST_DETAIL = 1_000;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttemptService attempts;

    @Inject
    ServerClock clock;

    @Inject
    Event<FlagRaised> raised;

    @Inject
    Event<AuditFact> audit;

    /** What a rule found; nothing when it found the same before. */
    public void onSuspicion(@Observes Suspicion suspicion) {
        String key = suspicion.onceKey() == null ? null : suspicion.attempt() + ":" + suspicion.onceKey();
        if (key == null || !isKnown(key)) {
            keep(suspicion, key);
        }
    }

    /** What a proctor wrote goes, and what a rule says of a browser; the flag stays. */
    public void onErased(@Observes AttemptErased event) {
        entities.createQuery("update Flag f set f.detail = null where f.attemptId = :attempt")
                .setParameter("attempt", event.attempt().value())
                .executeUpdate();
    }

    /** What a proctor marks, now. */
    public FlagView raise(AttemptId attempt, String by, double severity, String reason, String comment) {
        if (!(severity >= 0 && severity <= 1)) {
            throw new ProctoringException(ProblemCode.FLAG_INVALID, "severity");
        }
        if (reason == null || !REASON.matcher(reason).matches()) {
            throw new ProctoringException(ProblemCode.FLAG_INVALID, "reason");
        }
        String detail =
                comment == null || comment.isBlank() ? null : PlainText.lines("comment", comment, LONGEST_DETAIL);
        audit.fire(AuditFact.of("FLAG_RAISED", "attempt:" + attempt).by(by).saying(reason));
        return keep(new Suspicion(attempt, clock.instant(), severity, reason, by, detail, null), null);
    }

    /** All flags of an attempt in the order of their moments. */
    public List<FlagView> of(AttemptId attempt) {
        return entities.createQuery("select f from Flag f where f.attemptId = :attempt order by f.at, f.id", Flag.class)
                .setParameter("attempt", attempt.value())
                .getResultStream()
                .map(Flag::view)
                .toList();
    }

    /** The gravest flag of each attempt that has any. */
    public Map<AttemptId, FlagView> gravest(Collection<AttemptId> attempts) {
        Map<AttemptId, FlagView> gravest = new HashMap<>();
        if (attempts.isEmpty()) {
            return gravest;
        }
        entities.createQuery(
                        "select f from Flag f where f.attemptId in :attempts order by f.severity, f.at", Flag.class)
                .setParameter(
                        "attempts", attempts.stream().map(AttemptId::value).toList())
                .getResultStream()
                .map(Flag::view)
                .forEach(flag -> gravest.put(flag.attempt(), flag));
        return gravest;
    }

    private FlagView keep(Suspicion suspicion, String key) {
        Flag flag = new Flag(suspicion, key, clock.instant());
        entities.persist(flag);
        FlagView view = flag.view();
        raised.fire(new FlagRaised(attempts.require(suspicion.attempt()).place(), view));
        return view;
    }

    private boolean isKnown(String key) {
        return !entities.createQuery("select f.id from Flag f where f.onceKey = :key")
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
    }
}
