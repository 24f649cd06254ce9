package org.knightswatch.browser;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How much slower than alone this machine is, from moment to moment: a fixed piece of work, done again and again beside
 * everything else. What a browser does in a given time can be judged only with that known.
 */
final class Strain implements AutoCloseable {

    private static final int WORK_BYTES = 4 << 20;
    private static final int WARM_UP = 40;
    private static final int PAUSE_MILLIS = 200;

    private final byte[] work = new byte[WORK_BYTES];
    private final NavigableMap<Long, Double> nanos = new ConcurrentSkipListMap<>();
    private final double alone;
    private final Thread worker = new Thread(this::watch, "strain");

    /** To be made while nothing else runs yet. */
    Strain() {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < WARM_UP; i++) {
            best = Math.min(best, once());
        }
        alone = best;
        worker.setDaemon(true);
        worker.start();
    }

    /** Times slower than alone, on average between two moments; 1 when nothing else ran. */
    double between(long from, long to) {
        return Math.max(
                1,
                nanos.subMap(from, to).values().stream()
                        .mapToDouble(one -> one / alone)
                        .average()
                        .orElse(1));
    }

    @Override
    public void close() {
        worker.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                double took = once();
                nanos.put(System.currentTimeMillis(), took);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double once() {
        try {
            long began = System.nanoTime();
            MessageDigest.getInstance("SHA-256").digest(work);
            return System.nanoTime() - began;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
