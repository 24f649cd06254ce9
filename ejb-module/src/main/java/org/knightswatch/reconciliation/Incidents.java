package org.knightswatch.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.attempt.AttemptService;
import org.knightswatch.attempt.Suspicion;
import org.knightswatch.recording.TakeView;
import org.knightswatch.recording.Verifications;

/** Raises what was found, one flag for each kind of it, and lets what is lost count no more. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY) // the flag is there when the difference is
public class Incidents {

    private static final int NAMED = 10;
    private static final int LONGEST = 900;

    @Inject
    AttemptService attempts;

    @Inject
    Verifications verifications;

    @Inject
    Event<Suspicion> suspicions;

    public void raise(AttemptId attempt, List<Found> fresh) {
        Instant joined = attempts.require(attempt).joinedAt();
        fresh.stream()
                .collect(Collectors.groupingBy(Found::kind))
                .forEach((kind, found) -> suspicions.fire(suspicion(attempt, joined, kind, found)));
        lost(fresh).forEach((take, sequences) -> verifications.lost(take, sequences));
    }

    private static Suspicion suspicion(AttemptId attempt, Instant joined, DifferenceKind kind, List<Found> found) {
        Instant at = found.stream()
                .map(Found::at)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(joined);
        String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
        String detail = found.stream().limit(NAMED).map(Incidents::name).collect(Collectors.joining(", "));
        return new Suspicion(attempt, at, kind.severity(), kind.name(), "reconciliation", cut(detail) + more, null);
    }

    /** Whoever may write to the store gives names as they like. */
    private static String cut(String detail) {
        return detail.substring(0, Math.min(detail.length(), LONGEST));
    }

    private static Map<TakeView, Set<Integer>> lost(List<Found> fresh) {
        return fresh.stream()
                .filter(found -> found.take() != null)
                .collect(Collectors.groupingBy(Found::take, Collectors.mapping(Found::sequence, Collectors.toSet())));
    }

    private static String name(Found found) {
        if (found.take() != null) {
            return "take " + found.take().number() + " segment " + found.sequence();
        }
        String folder = found.key().replaceFirst("/$", "");
        return found.key().endsWith("/")
                ? "take " + folder.substring(folder.lastIndexOf('/') + 1)
                : found.key().substring(found.key().lastIndexOf('/') + 1);
    }
}
