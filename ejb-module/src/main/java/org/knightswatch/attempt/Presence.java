package org.knightswatch.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.Beats;
import org.knightswatch.kernel.Beats.Heard;
import org.knightswatch.kernel.ServerClock;

/**
 * Who is there: one sorted set an exam in Redis, attempt by last beat. Unknown is not gone: while Redis is away nobody
 * is missing, and after it was emptied nobody is until there was time to beat again.
 */
@ApplicationScoped
public class Presence {

    @Inject
    Beats beats;

    @Inject
    PresenceSettings settings;

    @Inject
    ServerClock clock;

    /** Notes that a candidate is there now. */
    public void beat(ExamId exam, AttemptId attempt) {
        beats.note(key(exam), attempt.toString());
    }

    /** Who of these is there; whoever is not in the answer is unknown. */
    public Map<AttemptId, PresenceView> of(ExamId exam, Collection<AttemptView> attempts) {
        Map<AttemptId, Instant> joined = new HashMap<>();
        attempts.forEach(attempt -> joined.put(attempt.id(), attempt.joinedAt()));
        return of(exam, joined);
    }

    /** The same of attempts by when they joined. */
    public Map<AttemptId, PresenceView> of(ExamId exam, Map<AttemptId, Instant> joined) {
        if (joined.isEmpty()) {
            return Map.of();
        }
        List<String> members = joined.keySet().stream().map(AttemptId::toString).toList();
        return beats.of(key(exam), members).map(heard -> views(joined, heard)).orElse(Map.of());
    }

    public Optional<PresenceView> of(AttemptView attempt) {
        return Optional.ofNullable(of(attempt.exam(), List.of(attempt)).get(attempt.id()));
    }

    private Map<AttemptId, PresenceView> views(Map<AttemptId, Instant> joined, Heard heard) {
        Map<AttemptId, PresenceView> views = new HashMap<>();
        joined.forEach((attempt, joinedAt) -> {
            Instant seen = heard.last().getOrDefault(attempt.toString(), joinedAt);
            judge(seen, heard).ifPresent(view -> views.put(attempt, view));
        });
        return views;
    }

    /** Silence counts only while Redis was there to hear a beat. */
    private Optional<PresenceView> judge(Instant seen, Heard heard) {
        Instant now = clock.instant();
        if (Duration.between(seen, now).compareTo(settings.missingAfter()) < 0) {
            return Optional.of(new PresenceView(PresenceState.CONNECTED, seen));
        }
        Duration silent = heard.silence(seen, now);
        if (silent.compareTo(settings.missingAfter()) < 0) {
            return Optional.empty();
        }
        boolean gone = silent.compareTo(settings.goneAfter()) >= 0;
        return Optional.of(new PresenceView(gone ? PresenceState.GONE : PresenceState.MISSING, seen));
    }

    private static String key(ExamId exam) {
        return "kw:presence:" + exam;
    }
}
