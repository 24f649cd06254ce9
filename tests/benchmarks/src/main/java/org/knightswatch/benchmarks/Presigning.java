package org.knightswatch.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knightswatch.store.PresignLoop;

/** How many uploads a second one core can sign URLs for. It asks nobody, so no server is needed. */
final class Presigning {

    private static final int URLS = 300_000;
    private static final int ROUNDS = 6;

    private Presigning() {}

    /** The last round, when everything is compiled. */
    static Map<String, Object> measure() {
        PresignLoop loop = new PresignLoop();
        long nanos = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = nanosOfThisThread();
            loop.sign(URLS);
            nanos = nanosOfThisThread() - before;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("benchmark", "presign");
        result.put("urls", URLS);
        result.put("perSecondOnOneCore", Math.round(URLS * 1e9 / nanos));
        return result;
    }

    /** What it has had of a processor, which is less than has passed when others want one, too. */
    private static long nanosOfThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
