package org.knightswatch.integration.inside;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.kernel.ServerClock;
import org.knightswatch.recording.CloseReason;
import org.knightswatch.recording.TakeDraft;
import org.knightswatch.recording.TakeId;
import org.knightswatch.recording.Takes;

import static org.assertj.core.api.Assertions.assertThat;

/** Takes that wait to be verified are claimed by {@code RowClaims}, while this node's own archiver is switched off. */
@ExtendWith(ArquillianExtension.class)
class RowClaimsIT {

    private static final String ARCHIVER = "knightswatch.archive.on";
    private static final int CALLERS = 8;

    @Inject
    Takes takes;

    @Inject
    Claimer claimer;

    @Inject
    ServerClock clock;

    @BeforeEach
    void switchTheArchiverOff() {
        System.setProperty(ARCHIVER, "false");
    }

    @AfterEach
    void switchTheArchiverOn() {
        System.clearProperty(ARCHIVER);
    }

    @Test
    void givesEachRowToOneOfManyCallersAtTheSameMoment() throws Exception {
        Set<TakeId> due = makeDue(CALLERS);
        List<Optional<TakeId>> claimed = claimAtOnce(CALLERS);
        assertThat(claimed).allMatch(Optional::isPresent).doesNotHaveDuplicates();
        assertThat(claimed.stream().map(Optional::get)).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    void leavesTheOthersWithNothingRatherThanWaiting() throws Exception {
        Set<TakeId> due = makeDue(3);
        List<Optional<TakeId>> claimed = claimAtOnce(CALLERS);
        assertThat(claimed.stream().flatMap(Optional::stream)).containsExactlyInAnyOrderElementsOf(due);
    }

    /** Takes in which nothing was recorded: they are due as soon as they are closed. */
    private Set<TakeId> makeDue(int wanted) {
        AttemptId attempt =
                AttemptId.fromString(TestExam.open(1).candidate("C-1").join().attempt());
        Set<TakeId> made = new HashSet<>();
        for (int i = 0; i < wanted; i++) {
            TakeId take = new TakeId(UUID.randomUUID());
            takes.announce(attempt, take, new TakeDraft(Track.CAMERA, "video/webm", clock.instant(), 250, null));
            takes.close(attempt, take, -1, CloseReason.FINISHED);
            made.add(take);
        }
        return made;
    }

    private List<Optional<TakeId>> claimAtOnce(int callers) throws Exception {
        CyclicBarrier all = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            Callable<Optional<TakeId>> claim = () -> claimer.claim(all);
            List<Future<Optional<TakeId>>> running =
                    Stream.generate(() -> threads.submit(claim)).limit(callers).toList();
            return running.stream().map(RowClaimsIT::result).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Optional<TakeId> result(Future<Optional<TakeId>> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
