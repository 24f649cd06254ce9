package org.knightswatch.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.ZAddParams;

/**
 * Signs of life: sorted sets in Redis, whoever it is by their last beat. Redis also keeps since when it remembers: what
 * it did not hear before, nobody knows.
 */
@ApplicationScoped
public class Beats {

    private static final String SINCE = "kw:presence:since";
    private static final long KEPT_SECONDS = Duration.ofDays(2).toSeconds();

    @Inject
    FreshBeats fresh;

    @Inject
    Redis redis;

    @Inject
    ServerClock clock;

    /** Notes that somebody is there now; other nodes know within a second. */
    public void note(String set, String member) {
        fresh.note(set, member, clock.millis());
    }

    /** Hands on what this node heard. Lost when Redis is away: the next beats come soon. */
    void tell() {
        Map<String, Map<String, Double>> scores = fresh.take().stream()
                .collect(Collectors.groupingBy(FreshBeats.Beat::set, Collectors.toMap(FreshBeats.Beat::member, beat ->
                        (double) beat.millis())));
        if (scores.isEmpty()) {
            return;
        }
        redis.ask(client -> {
            try (Pipeline pipeline = client.pipelined()) {
                pipeline.set(
                        SINCE,
                        Long.toString(clock.millis()),
                        SetParams.setParams().nx());
                scores.forEach((set, beaten) -> {
                    pipeline.zadd(set, beaten, ZAddParams.zAddParams().gt());
                    pipeline.expire(set, KEPT_SECONDS);
                });
                pipeline.sync();
                return true;
            }
        });
    }

    /** When these were heard last; empty when Redis is away or knows nothing. */
    public Optional<Heard> of(String set, List<String> members) {
        tell();
        return redis.ask(client -> {
            try (Pipeline pipeline = client.pipelined()) {
                Response<String> since = pipeline.get(SINCE);
                Response<List<Double>> beats = pipeline.zmscore(set, members.toArray(String[]::new));
                pipeline.sync();
                return since.get() == null ? null : heard(since.get(), members, beats.get());
            }
        });
    }

    private Heard heard(String since, List<String> members, List<Double> beats) {
        Map<String, Instant> last = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Double beat = beats.get(i);
            if (beat != null) {
                last.put(members.get(i), Instant.ofEpochMilli(beat.longValue()));
            }
        }
        Instant remembers = Instant.ofEpochMilli(Long.parseLong(since));
        Instant steady = redis.steadySince();
        return new Heard(remembers.isAfter(steady) ? remembers : steady, last);
    }

    /**
     * What Redis heard.
     *
     * @param knownFrom silence counts only from here
     * @param last by member; whoever was never heard is not in it
     */
    public record Heard(Instant knownFrom, Map<String, Instant> last) {

        /** How long somebody has been silent, as far as Redis can know. */
        public Duration silence(Instant lastSign, Instant now) {
            return Duration.between(lastSign.isAfter(knownFrom) ? lastSign : knownFrom, now);
        }
    }
}
