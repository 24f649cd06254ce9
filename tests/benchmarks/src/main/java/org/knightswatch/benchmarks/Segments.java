package org.knightswatch.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** How fast what browsers have sent becomes rows, the store's proof included. */
final class Segments {

    /** What a browser shows at most in one call. */
    private static final int BATCH = 256;

    private static final int EVERY_SECONDS = 30;
    private static final int TOKEN_ROUNDS = 14;

    private final Product product;
    private final Hall hall;
    private final Options options;
    private final Reels reels;
    private final Attending attending;
    private final Map<String, Object> result = new LinkedHashMap<>();

    Segments(Product product, Hall hall, Options options, Attending attending) {
        this.product = product;
        this.hall = hall;
        this.options = options;
        this.attending = attending;
        Path data =
                product.data().orElseThrow(() -> new IllegalStateException("The store's folder is needed: --data DIR"));
        this.reels = Reels.of(attending, hall, StoreFolder.in(data));
    }

    /** As many rows a second as there can be: one batch of each after one that does not count. */
    Map<String, Object> commit() {
        int batch = options.number("batch", BATCH);
        batches(0, batch).allGood();
        long cpuMillis = product.cpuMillis();
        Hall.Outcome calls = batches(batch, batch);
        double rows = (double) attending.size() * batch;
        result.put("attempts", attending.size());
        result.put("rowsInOneCall", batch);
        result.put("rows", Math.round(rows));
        result.put("rowsPerSecond", Math.round(rows / calls.seconds()));
        result.put("p50Millis", calls.millis(0.5, 0, 1));
        result.put("p99Millis", calls.millis(0.99, 0, 1));
        result.put(
                "serverCpuMillisPerThousandRows",
                Math.round((product.cpuMillis() - cpuMillis) * 10_000.0 / rows) / 10.0);
        result.put("failed", calls.failed());
        return result;
    }

    private Hall.Outcome batches(int from, int batch) {
        lay(from, batch);
        return hall.call(attending.size(), (line, who) -> reels.commit(line, who, from, batch));
    }

    /** Everybody shows some segments every half minute, one after the other, for minutes. */
    Map<String, Object> hall() throws IOException {
        int rounds = options.number("minutes", 10) * 60 / EVERY_SECONDS;
        int each = options.number("batch", 3);
        AtomicInteger late = new AtomicInteger();
        hall.call(attending.size(), attending::renew).allGood();
        lay(0, each);
        round(0, each, late);
        long before = product.heapBytes();
        late.set(0);
        long failed = 0;
        double worst = 0;
        for (int round = 1; round <= rounds; round++) {
            Hall.Outcome outcome = round(round, each, late);
            failed += outcome.failed();
            worst = Math.max(worst, outcome.millis(0.99, 0, 1));
        }
        long after = product.heapBytes();
        result.put("attempts", attending.size());
        result.put("rounds", rounds);
        result.put("rowsInOneCall", each);
        result.put("rows", (long) rounds * attending.size() * each);
        result.put("worstP99MillisOfARound", worst);
        result.put("callsMoreThanASecondLate", late.get());
        result.put("heapMegabytesBefore", before >> 20);
        result.put("heapMegabytesAfter", after >> 20);
        result.put("failed", failed);
        return result;
    }

    private Hall.Outcome round(int round, int each, AtomicInteger late) {
        CompletableFuture<Void> next = CompletableFuture.runAsync(() -> lay((round + 1) * each, each));
        long began = System.nanoTime();
        long between = TimeUnit.SECONDS.toNanos(EVERY_SECONDS) / attending.size();
        Hall.Outcome outcome = hall.call(attending.size(), (line, i) -> {
            long due = began + i * between;
            LockSupport.parkNanos(due - System.nanoTime());
            if (System.nanoTime() - due > TimeUnit.SECONDS.toNanos(1)) {
                late.incrementAndGet();
            }
            if ((i + round) % TOKEN_ROUNDS == 0) {
                attending.renew(line, i);
            }
            return reels.commit(line, i, round * each, each);
        });
        next.join();
        return outcome;
    }

    private void lay(int from, int count) {
        for (int who = 0; who < attending.size(); who++) {
            reels.lay(who, from, count);
        }
    }
}
