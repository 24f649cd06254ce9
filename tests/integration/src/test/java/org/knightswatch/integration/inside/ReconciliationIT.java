package org.knightswatch.integration.inside;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knightswatch.attempt.AttemptId;
import org.knightswatch.exam.Track;
import org.knightswatch.incident.FlagService;
import org.knightswatch.incident.FlagView;
import org.knightswatch.integration.client.Api;
import org.knightswatch.integration.client.Candidate;
import org.knightswatch.integration.client.TestExam;
import org.knightswatch.integration.client.TestTake;
import org.knightswatch.kernel.PageRequest;
import org.knightswatch.reconciliation.Differences;
import org.knightswatch.reconciliation.Reconciler;
import org.knightswatch.reconciliation.ReconciliationRows;
import org.knightswatch.recording.AttemptFolders;
import org.knightswatch.recording.Recordings;
import org.knightswatch.store.ObjectKey;
import org.knightswatch.store.ObjectStore;
import org.knightswatch.transcript.AttemptRecovered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the store has, and what the rows say of it, are held against each other. */
@ExtendWith(ArquillianExtension.class)
class ReconciliationIT {

    private static final String WINDOW = "knightswatch.recording.late-window";

    @Inject
    Reconciler reconciler;

    @Inject
    ReconciliationRows rows;

    @Inject
    Differences differences;

    @Inject
    FlagService flags;

    @Inject
    AttemptFolders folders;

    @Inject
    Recordings recordings;

    @Inject
    ObjectStore store;

    private final Candidate candidate = TestExam.open(1).candidate("C-1").join();
    private final TestTake take = TestTake.announced(candidate);
    private final AttemptId attempt = AttemptId.fromString(candidate.attempt());

    @AfterEach
    void openTheWindow() {
        System.clearProperty(WINDOW);
    }

    @Test
    void raisesOnceWhatIsMissingAndCountsItNoMore() {
        take.record(0, 1, 2);
        String lost = segment(1);
        store.delete(List.of(ObjectKey.of(lost)));

        compare();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !flags.of(attempt)
                .isEmpty());
        assertThat(differing(lost)).isOne();
        compare();

        assertThat(flags.of(attempt))
                .extracting(FlagView::reason, FlagView::detail)
                .containsExactly(tuple("OBJECT_MISSING", "take 1 segment 1"));
        assertThat(differing(lost)).as("it is a gap now").isZero();
        assertThat(take().get("held").toString()).isEqualTo("[[0,0],[2,2]]");
    }

    @Test
    void takesInWhatWasUploadedAndNeverCommitted() {
        take.record(0, 1);
        JsonNode offer = take.offers(2).expect(200).json().get("uploads").get(0);
        TestTake.send(offer, TestTake.bytes(2)).expect(200);
        compare();
        assertThat(flags.of(attempt)).isEmpty();
        assertThat(take().get("held").toString()).isEqualTo("[[0,1]]");

        System.setProperty(WINDOW, "PT0S");
        candidate.finish();
        recordings.judgeSoon(attempt, Track.CAMERA);

        JsonNode read = Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::take, it -> it.get("verified")
                .asBoolean());
        assertThat(read.get("held").toString()).isEqualTo("[[0,2]]");
        assertThat(read.get("lastSequence").asInt()).isEqualTo(2);
        assertThat(read.get("recordedSeconds").asDouble()).isEqualTo(8.0);
    }

    private void compare() {
        rows.onRecovered(new AttemptRecovered(attempt));
        while (reconciler.next()) {
            // until this one was compared, too
        }
    }

    private long differing(String key) {
        return differences.list(PageRequest.of(0, PageRequest.LARGEST)).items().stream()
                .filter(difference -> difference.key().equals(key))
                .count();
    }

    private String segment(int sequence) {
        return store.list(folders.of(attempt).prefix() + "camera/", "", 100)
                .get(sequence)
                .key()
                .value();
    }

    private JsonNode take() {
        return Api.service()
                .get(candidate.path("/recording"))
                .json()
                .get("tracks")
                .get(0)
                .get("takes")
                .get(0);
    }
}
