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
import java.util.stream.Collectors;
import org.knightswatch.exam.ExamId;
import org.knightswatch.kernel.Redis;
import org.knightswatch.kernel.ServerClock;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.ZAddParams;

/**
 * Who is there: one sorted set an exam in Redis, attempt by last beat. Unknown is not gone: while Redis is away nobody
 * is missing, and after it was emptied nobody is until there was time to beat again. That is why Redis also keeps since
 * when it remembers.
 */
@ApplicationScoped
public class Presence {

    private static final String SINCE = "kw:presence:since";
    private static final long KEPT_SECONDS = Duration.ofDays(2).toSeconds();

    @Inject
    Beats beats;

    @Inject
    Redis redis;

    @Inject
    PresenceSettings settings;

    @Inject
    ServerClock clock;

    /** Notes that a candidate is there now; other nodes know within a second. */
    public void beat(ExamId exam, AttemptId attempt) {
        beats.note(exam, attempt, clock.millis());
    }

    /** Hands on what this node heard. Lost when Redis is away: the next beats come soon. */
    void tell() {
        Map<ExamId, Map<String, Double>> scores = beats.take().stream()
                .collect(Collectors.groupingBy(
                        Beats.Beat::exam,
                        Collectors.toMap(beat -> beat.attempt().toString(), beat -> (double) beat.millis())));
        if (scores.isEmpty()) {
            return;
        }
        redis.ask(client -> {
            try (Pipeline pipeline = client.pipelined()) {
                pipeline.set(
                        SINCE,
                        Long.toString(clock.millis()),
                        SetParams.setParams().nx());
                scores.forEach((exam, beaten) -> {
                    pipeline.zadd(key(exam), beaten, ZAddParams.zAddParams().gt());
                    pipeline.expire(key(exam), KEPT_SECONDS);
                });
                pipeline.sync();
                return true;
            }
        });
    }

    /** Who of these is there; whoever is not in the answer is unknown. */
    public Map<AttemptId, PresenceView> of(ExamId exam, Collection<AttemptView> attempts) {
        if (attempts.isEmpty()) {
            return Map.of();
        }
        tell();
        String[] members = attempts.stream().map(a -> a.id().toString()).toArray(String[]::new);
        return redis.ask(client -> {
                    try (Pipeline pipeline = client.pipelined()) {
                        Response<String> since = pipeline.get(SINCE);
                        Response<List<Double>> beats = pipeline.zmscore(key(exam), members);
                        pipeline.sync();
                        return views(attempts, since.get(), beats.get());
                    }
                })
                .orElse(Map.of());
    }

    public Optional<PresenceView> of(AttemptView attempt) {
        return Optional.ofNullable(of(attempt.exam(), List.of(attempt)).get(attempt.id()));
    }

    private Map<AttemptId, PresenceView> views(
            Collection<AttemptView> attempts, String sinceMillis, List<Double> beats) {
        Map<AttemptId, PresenceView> views = new HashMap<>();
        if (sinceMillis == null) {
            return views;
        }
        Instant knownFrom = later(Instant.ofEpochMilli(Long.parseLong(sinceMillis)), redis.steadySince());
        int i = 0;
        for (AttemptView attempt : attempts) {
            Double beat = beats.get(i++);
            Instant seen = beat == null ? attempt.joinedAt() : Instant.ofEpochMilli(beat.longValue());
            judge(seen, knownFrom).ifPresent(view -> views.put(attempt.id(), view));
        }
        return views;
    }

    /** Silence counts only while Redis was there to hear a beat. */
    private Optional<PresenceView> judge(Instant seen, Instant knownFrom) {
        Instant now = clock.instant();
        if (Duration.between(seen, now).compareTo(settings.missingAfter()) < 0) {
            return Optional.of(new PresenceView(PresenceState.CONNECTED, seen));
        }
        Duration silent = Duration.between(later(seen, knownFrom), now);
        if (silent.compareTo(settings.missingAfter()) < 0) {
            return Optional.empty();
        }
        boolean gone = silent.compareTo(settings.goneAfter()) >= 0;
        return Optional.of(new PresenceView(gone ? PresenceState.GONE : PresenceState.MISSING, seen));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static String key(ExamId exam) {
        return "kw:presence:" + exam;
    }
}
