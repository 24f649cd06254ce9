package org.knightswatch.integration.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many nodes, as far as their database can tell: threads that do the same in the same moment. */
final class Nodes {

    private static final int MANY = 8;

    private Nodes() {}

    /** What each has to say; fails when one does. */
    static <T> List<T> atOnce(Callable<T> what) throws Exception {
        CyclicBarrier all = new CyclicBarrier(MANY);
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                running.add(threads.submit(() -> {
                    all.await(60, TimeUnit.SECONDS);
                    return what.call();
                }));
            }
            List<T> said = new ArrayList<>();
            for (Future<T> one : running) {
                said.add(one.get());
            }
            return said;
        } finally {
            threads.shutdown();
        }
    }
}
