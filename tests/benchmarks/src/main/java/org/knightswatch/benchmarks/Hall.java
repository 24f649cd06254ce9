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
import java.util.stream.IntStream;

/** So many callers behind one address, each with a line of its own, none of them waiting between two calls. */
final class Hall implements Closeable {

    private final List<Line> lines;
    private final ExecutorService callers;

    Hall(URI server, int callers) {
        this.lines = IntStream.range(0, callers).mapToObj(i -> Line.to(server)).toList();
        this.callers = Executors.newFixedThreadPool(callers);
    }

    /** Makes calls 0..n-1, whoever is free the next one. */
    Outcome call(int n, Call call) {
        Answer[] answers = new Answer[n];
        long[] nanos = new long[n];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> working = new ArrayList<>();
        long began = System.nanoTime();
        for (Line line : lines) {
            working.add(callers.submit(() -> {
                for (int i = next.getAndIncrement(); i < n; i = next.getAndIncrement()) {
                    long asked = System.nanoTime();
                    answers[i] = call.make(line, i);
                    nanos[i] = System.nanoTime() - asked;
                }
            }));
        }
        working.forEach(Hall::await);
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(nanos);
        return new Outcome(List.of(answers), seconds, nanos[n / 2] / 1e6, nanos[n * 99 / 100] / 1e6);
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
        for (Line line : lines) {
            line.close();
        }
    }

    /** The n-th call, made on a line. */
    @FunctionalInterface
    interface Call {
        Answer make(Line line, int n);
    }

    /** What came back, in the order of the calls, and how long it took. */
    record Outcome(List<Answer> answers, double seconds, double p50, double p99) {

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
