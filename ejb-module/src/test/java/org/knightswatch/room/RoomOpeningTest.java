package org.knightswatch.room;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knightswatch.exam.AnExam;
import org.knightswatch.exam.ExamId;
import org.knightswatch.exam.ExamView;
import org.knightswatch.roster.EnrolmentId;
import org.knightswatch.roster.EnrolmentView;

import static org.assertj.core.api.Assertions.assertThat;

class RoomOpeningTest {

    private static final int CALLERS = 8;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger there = new AtomicInteger();
    private final AtomicInteger settled = new AtomicInteger();
    private final RoomOpening opening = new RoomOpening();

    @SuppressWarnings("UnnecessaryAssignment") // no container here
    RoomOpeningTest() {
        opening.rooms = new OneRoom();
        opening.proctors = new ProctorSeating() {
            @Override
            public void settle(ExamId exam) {
                settled.incrementAndGet();
            }
        };
    }

    @Test
    void letsTheOthersFindWhatTheFirstOpened() {
        ExamView exam = AnExam.between(Instant.EPOCH, Instant.MAX);
        EnrolmentView bo =
                new EnrolmentView(new EnrolmentId(UUID.randomUUID()), exam.id(), "C-1", "Bo Li", null, null, 1, null);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            CompletableFuture<?>[] all = IntStream.range(0, CALLERS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> opening.openFor(exam, bo), callers))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
        } finally {
            callers.shutdownNow();
        }

        assertThat(there).hasValue(1);
        assertThat(settled).hasValue(1);
    }

    /** Looks and opens in two steps, as the database does. */
    private final class OneRoom extends RoomService {

        @Override
        public boolean openFor(ExamView exam, EnrolmentView enrolment) {
            assertThat(inside.incrementAndGet()).isEqualTo(1);
            boolean first = there.get() == 0;
            Thread.onSpinWait();
            if (first) {
                there.incrementAndGet();
            }
            inside.decrementAndGet();
            return first;
        }
    }
}
