package org.knightswatch.kernel;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How often each of many callers may call, counted on each node. Whoever was quiet longest is forgotten first.
 *
 * @param <K> what tells callers apart; never a network address: a whole exam hall may sit behind one
 */
public final class CallLimit<K> {

    private static final int MOST_REMEMBERED = 20_000;

    private final Supplier<Bandwidth> bandwidth;
    private final Map<K, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /** A limit whose size is asked for when a caller is first seen. */
    public CallLimit(Supplier<Bandwidth> bandwidth) {
        this.bandwidth = bandwidth;
    }

    /** Counts a call; refuses with how many seconds to wait. */
    public void count(K caller) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(
                    1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
            throw new ProctoringException(ProblemCode.RATE_EXCEEDED, seconds);
        }
    }

    private synchronized Bucket bucket(K caller) {
        Bucket bucket = buckets.computeIfAbsent(
                caller, key -> Bucket.builder().addLimit(bandwidth.get()).build());
        if (buckets.size() > MOST_REMEMBERED) {
            Iterator<K> oldest = buckets.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return bucket;
    }
}
