package org.knightswatch.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * So many callers behind one address, none of them waiting between two calls. Each has more lines than one and takes them
 * in turn: who calls next in a hall is another browser than the one that has just been answered.
 */
final class Hall implements Closeable {

    private static final int LINES_EACH = 16;

    private final List<List<Line>> lines;
    private final ExecutorService callers;

    Hall(URI server, int callers) {
        this.lines = Stream.generate(() -> lines(server)).limit(callers).toList();
        this.callers = Executors.newFixedThreadPool(callers);
    }

    private static List<Line> lines(URI server) {
        return Stream.generate(() -> Line.to(server)).limit(LINES_EACH).toList();
    }

    /** Makes calls 0..n-1, whoever is free the next one. */
    Outcome call(int n, Call call) {
        Answer[] answers = new Answer[n];
        long[] nanos = new long[n];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> working = new ArrayList<>();
        long began = System.nanoTime();
        for (List<Line> own : lines) {
            working.add(callers.submit(() -> {
                int turn = 0;
                for (int i = next.getAndIncrement(); i < n; i = next.getAndIncrement()) {
                    long asked = System.nanoTime();
                    answers[i] = call.make(own.get(turn++ % LINES_EACH), i);
                    nanos[i] = System.nanoTime() - asked;
                }
            }));
        }
        working.forEach(Hall::await);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Outcome(
                List.of(answers), seconds, Arrays.stream(nanos).boxed().toList());
    }

    private static void await(Future<?> working) {
        try {
            working.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        callers.shutdownNow();
        for (Line line : lines.stream().flatMap(List::stream).toList()) {
            line.close();
        }
    }

    /** The n-th call, made on a line. */
    @FunctionalInterface
    interface Call {
        Answer make(Line line, int n);
    }

    /** What came back and how long each took, in the order of the calls. */
    record Outcome(List<Answer> answers, double seconds, List<Long> nanos) {

        /**
         * The time that so many of some calls took at most, in milliseconds.
         *
         * @param share 0.5 for the median
         * @param from of all calls, 0 for the first
         * @param to of all calls, 1 for the last
         */
        double millis(double share, double from, double to) {
            int first = (int) (nanos.size() * from);
            int last = (int) Math.ceil(nanos.size() * to);
            long[] some = nanos.subList(first, last).stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            return Math.round(some[(int) (some.length * share)] / 1e5) / 10.0;
        }

        double perSecond() {
            return answers.size() / seconds;
        }

        long failed() {
            return answers.stream().filter(answer -> !answer.isGood()).count();
        }

        /** Fails with the first answer that is not good. */
        Outcome allGood() {
            answers.stream().filter(answer -> !answer.isGood()).findFirst().ifPresent(bad -> {
                throw new IllegalStateException("Refused: " + bad);
            });
            return this;
        }
    }
}
