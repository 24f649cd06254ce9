package org.knightswatch.recording;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.kernel.ProblemCode;
import org.knightswatch.kernel.ProctoringException;

/**
 * How often an attempt may call, counted on each node. Never by network address: a whole exam hall may sit behind one.
 */
@ApplicationScoped
public class RecordingLimits {

    private static final int MOST_REMEMBERED = 20_000;
    private static final int BURST = 10;

    @Inject
    RecordingSettings settings;

    private final Map<AttemptId, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /** Counts a call; refuses with how many seconds to wait. */
    public void count(AttemptId attempt) {
        ConsumptionProbe probe = bucket(attempt).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(
                    1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
            throw new ProctoringException(ProblemCode.RATE_EXCEEDED, seconds);
        }
    }

    private synchronized Bucket bucket(AttemptId attempt) {
        Bucket bucket = buckets.computeIfAbsent(attempt, id -> make());
        if (buckets.size() > MOST_REMEMBERED) {
            Iterator<AttemptId> oldest = buckets.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return bucket;
    }

    private Bucket make() {
        int perSecond = settings.callsPerSecond();
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity((long) BURST * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
