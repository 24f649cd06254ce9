package org.knightswatch.integration.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;

import static org.assertj.core.api.Assertions.assertThat;

/** A page that was reloaded joins while the calls of the one before it are still on their way. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RejoinIT {

    private static final int ROUNDS = 40;

    @Test
    void joinsWhileAnEarlierPageAsksForUploads() {
        TestExam exam = TestExam.open(1);
        Candidate candidate = exam.candidate("C-1").join();
        TestTake take = TestTake.announced(candidate);
        CompletableFuture<List<Integer>> uploads = CompletableFuture.supplyAsync(() -> IntStream.range(0, ROUNDS)
                .mapToObj(sequence -> candidate
                        .api()
                        .post(take.path("/uploads"), Map.of("segments", List.of(TestTake.wish(sequence))))
                        .status())
                .toList());

        List<Integer> joins = IntStream.range(0, ROUNDS)
                .mapToObj(round -> exam.candidate("C-1").tryToJoin().status())
                .toList();

        assertThat(joins).containsOnly(200);
        assertThat(uploads.join()).doesNotContain(500);
    }
}
